/** Every kind of event has its sentence in every language, with its names in it and no id. */
import { describe, expect, test } from 'vitest';
import { createFormats } from '../../../client/messages/formats.ts';
import { languages } from '../../../client/messages/languages.ts';
import { reasonOf, sentenceOf } from '../../../client/pages/activity/sentences.ts';
import { ActivityEvent, type ActivityKind } from '../../../shared/activity.ts';
import { PersonBrief } from '../../../shared/records/people.ts';
import { speaking } from '../../support/words.ts';

const id = '0198c0de-0000-7000-8000-000000000001';
const other = '0198c0de-0000-7000-8000-000000000002';
const names = { [id]: 'Nome Visibile' };
const actor = PersonBrief.parse({ id: other, name: 'Chi Agisce', function: 'tutor', title: '', body: null });

/** One of each kind, parsed by the contract, so that a wrong field fails here. */
const data: Record<ActivityKind, object> = {
  'household.opened': { code: 'F-0001' },
  'household.changed': { fields: ['name'] },
  'household.status-changed': { from: 'reported', to: 'enrolled', reason: 'primo colloquio' },
  'member.added': { memberId: id },
  'member.changed': { memberId: id, fields: ['name'] },
  'pregnancy.recorded': { memberId: id, outcome: 'expected' },
  'tutor.assigned': { personId: id, replaced: null, reason: 'sceglie la famiglia' },
  'lead.proposed': { proposalId: other, bodyId: id, personId: id, reason: 'la casa' },
  'lead.accepted': { proposalId: other, bodyId: id, personId: id, fromBodyId: null },
  'lead.declined': { proposalId: other, bodyId: id, reason: 'troppi' },
  'lead.withdrawn': { proposalId: other, bodyId: other },
  'team.joined': { membershipId: other, personId: id, role: 'health' },
  'team.left': { membershipId: other, personId: id, reason: 'fine' },
  'consent.given': { consentId: other, bodyIds: [id] },
  'consent.withdrawn': { consentId: other, bodyIds: [id] },
  'zone.opened': { personId: id, zone: 'health-notes', reason: 'serve' },
  'zone.closed': { personId: id, zone: 'health-notes' },
  'goal.proposed': { goalId: id },
  'goal.changed': { goalId: id, fields: ['due'] },
  'goal.status-changed': { goalId: id, from: 'proposed', to: 'agreed' },
  'goal.rated': { goalId: id, rating: 3 },
  'goal.text-changed': { goalId: id, inText: false },
  'task.assigned': { taskId: id, ownerId: id },
  'task.changed': { taskId: id, fields: ['due'], ownerId: id },
  'task.status-changed': { taskId: id, from: 'assigned', to: 'declined', ownerId: id, reason: 'ferie' },
  'task.escalated': { taskId: id, ownerId: id, due: '2026-11-20' },
  'referral.requested': { referralId: other, bodyId: id },
  'referral.status-changed': { referralId: other, from: 'requested', to: 'completed', outcome: 'attended' },
  'conference.scheduled': { conferenceId: other, start: '2026-11-21T14:00:00.000Z' },
  'conference.changed': { conferenceId: id, fields: ['start'] },
  'conference.cancelled': { conferenceId: id, reason: 'neve' },
  'conference.held': { conferenceId: id },
  'conference.frozen': { conferenceId: id, hash: 'ab' },
  'body.added': { bodyId: id },
  'body.changed': { bodyId: id },
  'body.closed': { bodyId: id },
  'person.joined': { personId: id, function: 'mediator' },
  'person.changed': { personId: id, fields: ['title'] },
  'person.closed': { personId: id },
  'person.signed-in': { personId: id },
  'person.signed-out': { personId: id, everywhere: true },
  'invitation.sent': { invitationId: other },
  'invitation.withdrawn': { invitationId: other },
  'export.made': { format: 'fhir' },
  'paper.taken': { format: 'docx', documentId: other },
  'import.taken': { families: 12, wrong: 3 },
  'programme.added': { programmeId: id },
  'programme.changed': { programmeId: id },
  'situation.recorded': { on: '2026-11-21' },
  'assessment.screened': { assessmentId: other },
  'assessment.recorded': { assessmentId: other },
  'enrolment.opened': { enrolmentId: other, programmeId: id },
  'enrolment.ended': { enrolmentId: other, programmeId: id, closure: 'moved' },
  'space.added': { spaceId: id, bodyId: id },
  'space.changed': { spaceId: id, bodyId: id },
  'space.closed': { spaceId: id, bodyId: id },
  'partner.recorded': { bodyId: id },
  'partner.tied': { casaId: id, bodyId: id },
  'partner.untied': { casaId: id, bodyId: id },
  'initiative.planned': { initiativeId: id, bodyId: id },
  'initiative.changed': { initiativeId: id },
  'initiative.session-added': { initiativeId: id, sessionId: other },
  'initiative.session-cancelled': { initiativeId: id, sessionId: other, reason: 'neve' },
  'initiative.attendance-recorded': { initiativeId: id, sessionId: other, correction: false },
  'community-pact.written': { communityPactId: id },
  'community-pact.changed': { communityPactId: id },
  'community-pact.signed': { communityPactId: id, bodyId: id },
  'training.added': { trainingId: id },
  'training.changed': { trainingId: id },
  'training.attended': { trainingId: id },
  'standing-table.opened': { standingTableId: id },
  'standing-table.changed': { standingTableId: id },
  'standing-table.session-planned': { standingTableId: id, sessionId: other },
  'standing-table.session-recorded': { standingTableId: id, sessionId: other },
  'standing-table.decision-followed': { standingTableId: id, decisionId: other, state: 'done' },
  'procedure.written': { procedureId: id, number: 2 },
  'procedure.in-force': { procedureId: id, number: 2, from: '2026-11-20' },
  'pact.drafted': { pactId: other },
  'pact.changed': { pactId: other, fields: ['end'] },
  'pact.proposed': { pactId: other, hash: 'ab' },
  'pact.reopened': { pactId: other, reason: 'manca il nido' },
  'pact.answered': { pactId: other, party: 'beneficiary', answer: 'signed' },
  'pact.in-force': { pactId: other },
  'pact.extension-asked': { pactId: other, reason: 'la prova cade dopo' },
  'pact.extension-decided': { pactId: other, approved: true },
  'pact.ended': { pactId: other, how: 'kept' },
  'pact.commitment-marked': { pactId: other, commitmentId: other, state: 'kept' },
  'pact.competences-reviewed': { pactId: other },
  'pact.copy-written': { pactId: other, language: 'ar' },
  'pact.remarked': { pactId: other },
  'wellbeing.recorded': { wellbeingId: other, moment: 'before' },
  'grant.cap-stated': { programmeId: null },
  'grant.requested': { grantId: other },
  'grant.decided': { grantId: other, approved: false },
  'grant.withdrawn': { grantId: other },
  'grant.paid': { grantId: other, expenseId: other },
  'grant.payment-reversed': { grantId: other, expenseId: other },
  'grant.closed': { grantId: other },
  'home-support.began': { homeSupportId: other },
  'home-support.ended': { homeSupportId: other, outcome: 'not_enough' },
  'placement.requested': { placementId: other, cause: 'eviction_arrears' },
  'placement.booked': { placementId: other },
  'placement.arrived': { placementId: other, reEntry: true },
  'placement.reviewed': { placementId: other },
  'placement.extended': { placementId: other, until: '2026-12-31', reason: 'attesa della casa' },
  'placement.ended': { placementId: other, exit: 'own_home' },
  'placement.cancelled': { placementId: other, reason: 'ospitata dalla zia' },
  'placement.concealed': { placementId: other, concealed: true },
  'structure.opened': { bodyId: id },
  'structure.changed': { bodyId: id },
  'structure.rule-changed': { nights: 365, entries: 3 },
  'secret-address.stored': { bodyId: null },
  'secret-address.removed': { bodyId: null },
  'secret-address.granted': { bodyId: null, personId: id, reason: 'la accompagna' },
  'secret-address.grant-ended': { bodyId: null, personId: id },
  'secret-address.read': { bodyId: null, reason: 'visita di domani' },
  'secret-address.structure-changed': { bodyId: other },
  'window.done': { rule: 'visit-3', memberId: id, on: '2026-11-20' },
  'window.dismissed': { rule: 'visit-3', memberId: id },
  'window.reopened': { rule: 'visit-3', memberId: id },
  'calendar.rule-changed': { rule: 'birth-bonus', version: 3, validFrom: '2027-01-01' },
  'map.snapshot-taken': { snapshotId: id },
  'report.received': { reportId: other, senderId: null },
  'report.triaged': { reportId: id, outcome: 'forwarded', bodyId: null },
  'report.taken-in': { reportId: id, openedId: other },
  'sender.added': { senderId: id },
  'sender.ended': { senderId: id },
  'duplicate.merged': { mergeId: other, reportId: id, reason: 'la stessa' },
  'duplicate.separated': { mergeId: other, reportId: id, reason: 'due sorelle' },
  'duplicate.dismissed': { reportId: id },
  'desk-contact.logged': { contactId: other, bodyId: id },
  'desk-contact.continued': { contactId: other, bodyId: id },
  'desk-contact.changed': { contactId: id },
  'contact-link.made': { contactId: id },
  'contact-link.undone': { contactId: id },
  'practice.logged': { practiceId: other, bodyId: id },
  'practice.finished': { practiceId: other, outcome: 'done' },
  'version.kept': { documentId: other, versionId: other, why: 'named' },
  'referral.drafted': { referralId: other, bodyId: id },
  'referral.changed': { referralId: other, fields: ['answerBy'] },
  'referral.answered': { referralId: other, bodyId: id, from: 'requested', to: 'accepted', outcome: null },
  'referral.link-made': { referralId: other, bodyId: id },
  'referral.link-ended': { referralId: other, bodyId: id },
  'referral.escalated': { referralId: other, bodyId: id, answerBy: '2026-11-20' },
  'mediation.requested': { mediationId: other, language: 'ar', aim: 'trust' },
  'mediation.assigned': { mediationId: other, personId: id },
  'mediation.accepted': { mediationId: other, personId: id },
  'mediation.declined': { mediationId: other, personId: id },
  'mediation.done': { mediationId: other, personId: id, minutes: 45 },
  'mediation.cancelled': { mediationId: other },
  'roster.request-moved': { mediationId: other, language: 'ar', status: 'requested' },
  'roster.availability-changed': { personId: id, pausedUntil: null },
  'roster.interval-changed': { days: 30 },
  'contact.recorded': { contactId: other, reached: true },
  'contact.interval-changed': { days: 20 },
  'contact.silence-noticed': { taskId: id, silentSince: '2026-10-20' },
  'contact.silence-ended': { taskId: other, contactId: other },
};
const events = Object.entries(data).map(([kind, fields]) => ActivityEvent.parse({ kind, ...fields }));

describe.each(languages)('sentences in %s', (language) => {
  test.each(events)('$kind', async (event) => {
    const t = await speaking(language);
    const sentence = sentenceOf({ actor, event }, { t, formats: createFormats(language), names });
    expect(sentence).not.toMatch(/[{}]|activity\.|happened\.|undefined|0198c0de/);
    if (Object.values(event).flat().includes(id)) expect(sentence).toContain('Nome Visibile');
    expect(sentence.length).toBeGreaterThan(8);
  });
});

test('every kind of the contract is among them', () => {
  const kinds = ActivityEvent.options.map((option) => option.shape.kind.value);
  expect(new Set(Object.keys(data))).toEqual(new Set(kinds));
});

test('what the reader may not see the name of is somebody, never an id', async () => {
  const t = await speaking('it');
  const event = ActivityEvent.parse({
    kind: 'team.left',
    membershipId: other,
    personId: other,
    reason: 'fine',
  });
  const sentence = sentenceOf({ actor: null, event }, { t, formats: createFormats('it'), names });
  expect(sentence).toBe('qualcuno non è più nell’équipe: lo ha deciso \u2068Trama\u2069');
  expect(reasonOf(event)).toBe('fine');
});
