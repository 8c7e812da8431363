/** One generated household: its members, its tutor, its regia and its team, at one of the stages a household has. */
import type { ActivityEvent } from '../../../shared/activity.ts';
import { addDays, type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import {
  type BodyId,
  ConsentId,
  HouseholdId,
  LeadProposalId,
  MemberId,
  type PersonId,
  type ProgrammeId,
  TeamMembershipId,
} from '../../../shared/ids.ts';
import { daysToDueDate } from '../../../shared/records/clock.ts';
import type { HouseholdStatus, Member } from '../../../shared/records/households.ts';
import { addCalendarMarks, addContacts, addEnrolment, addMediation, addReport } from './care.ts';
import { addConferences, addGoals, addReferrals, addTasks } from './case.ts';
import { addFirstDocuments } from './documents.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';
import { addSituation } from './situation.ts';
import { addGrants, addPact, addShelter, type Room } from './support.ts';
import { areas, mensNames, surnames, womensNames } from './texts.ts';
import type { Worker, Workers } from './workers.ts';

/** Tells one thing that happened, for the activity log. */
export type Happened = (at: Date, by: PersonId, event: ActivityEvent) => void;

/** What the parts of a household share. */
export type Setting = {
  readonly rows: Rows;
  readonly random: Random;
  readonly household: { readonly id: HouseholdId; readonly today: Day };
  readonly tutor: Worker;
  /** Null while the regia is pending. */
  readonly lead: Worker | null;
  /** Everybody of the team but the tutor. */
  readonly team: readonly Worker[];
  readonly bodies: readonly BodyId[];
  /** A moment of its time with us: 0 is the day it came in, 1 is now. */
  readonly at: (part: number) => Date;
};

export type Event = { readonly at: Date; readonly row: Readonly<Record<string, unknown>> };

/** Stages in turn, so that every one of them is there even in a small network. */
const stages: readonly HouseholdStatus[] = [
  'enrolled',
  'enrolled',
  'screening',
  'enrolled',
  'suspended',
  'enrolled',
  'closed',
  'enrolled',
];

/** Adds every row of household number `index` (from 1) and answers what happened to it. */
export function addHousehold(
  rows: Rows,
  random: Random,
  network: {
    readonly index: number;
    readonly now: Date;
    readonly workers: Workers;
    readonly bodies: readonly BodyId[];
    readonly programmes: readonly ProgrammeId[];
    readonly room: Room;
  },
): Event[] {
  const { index, now, workers, bodies, programmes, room } = network;
  const status = stages[index % stages.length] ?? 'enrolled';
  const openedDays = random.between(30, 600);
  const at = (part: number) => new Date(now.getTime() - (1 - part) * openedDays * 86_400_000);
  const id = random.id(HouseholdId, at(0));
  const tutor = random.pick(workers.tutors);
  const lead = status === 'screening' ? null : random.pick(workers.services);
  const partner = random.chance(0.3) ? partnerOf(random, workers) : null;
  const team = distinct([
    ...(lead ? [lead] : []),
    random.pick(workers.mediators),
    random.pick(workers.services),
    ...(partner ? [partner] : []),
  ]);
  const setting: Setting = {
    rows,
    random,
    household: { id, today: dayOf(now) },
    tutor,
    lead,
    team,
    bodies,
    at,
  };
  const events: Event[] = [];
  const happened: Happened = (when, by, event) => {
    events.push({
      at: when,
      row: { at: instantOf(when), actor_id: by, household_id: id, event },
    });
  };

  const surname = random.pick(surnames);
  const code = `TRM-${String(index).padStart(3, '0')}`;
  happened(at(0), tutor.id, { kind: 'household.opened', code });
  const members = addMembers(setting, surname);
  addTenures(setting, happened, { proposalWaits: lead !== null && random.chance(0.1), workers });
  if (partner) addConsent(setting, members, partner, happened);
  const goals = addGoals(setting, happened);
  addTasks(setting, goals, happened);
  addReferrals(setting, goals, happened);
  addContacts(setting);
  addCalendarMarks(setting, members);
  addMediation(setting);
  addConferences(setting, happened);
  addFirstDocuments(rows, random, at(0), { id, members, goals });
  rows.add('household', {
    id,
    code,
    name: surname,
    status,
    status_reason: status === 'screening' ? null : 'Come deciso in équipe.',
    district: random.between(1, 8),
    area: random.pick(areas),
    languages: [random.pick(['it', 'ar', 'fr', 'es', 'ro'])],
    opened_on: dayOf(at(0)),
    opened_by: tutor.id,
    access_epoch: 1,
    rights_in_plan: [...new Set(goals.map(({ right }) => right))],
  });
  const entered = { household_id: id, reason: 'Vive nel suo quartiere.', changed_by: tutor.id };
  rows.add('status_change', {
    ...entered,
    on_day: dayOf(at(0)),
    from_status: null,
    to_status: 'screening',
    closure: null,
    review_on: null,
  });
  addSituation(setting, status);
  addReport(setting, members, random.pick(workers.callCentre));
  const programmeId = addEnrolment(setting, status, programmes);
  const mother = members.find(({ indexPerson }) => indexPerson);
  if (programmeId !== null && mother !== undefined) {
    addPact(setting, { mother, goals, programmeId });
    addGrants(setting, { goals, programmeId });
    addShelter(setting, { mother, desk: tutor.bodyId, room });
  }
  const changed = (from: HouseholdStatus, to: HouseholdStatus, part: number) => {
    const reason = 'Come deciso in équipe.';
    const closure = to === 'closed' ? 'agreed_end' : null;
    const change = { from_status: from, to_status: to, reason, closure, review_on: null };
    rows.add('status_change', { ...entered, ...change, on_day: dayOf(at(part)) });
    happened(at(part), tutor.id, { kind: 'household.status-changed', from, to, reason });
  };
  if (status !== 'screening') changed('screening', 'enrolled', 0.15);
  if (status === 'suspended' || status === 'closed') changed('enrolled', status, 0.7);
  return events;
}

const distinct = (workers: readonly Worker[]): Worker[] => [
  ...new Map(workers.map((worker) => [worker.id, worker])).values(),
];

/** One of the demo's own partners is in many families, as an association of a whole city is. */
const partnerOf = (random: Random, { partners }: Workers): Worker =>
  random.pick(random.chance(0.2) ? partners.slice(0, 1) : partners);

/** A mother, sometimes pregnant, up to three children, sometimes a father. */
function addMembers({ rows, random, household, at }: Setting, surname: string): Member[] {
  const { today } = household;
  const member = (given: Partial<Member> & Pick<Member, 'name' | 'relation' | 'sex' | 'birth'>): Member => ({
    id: random.id(MemberId, at(0)),
    indexPerson: false,
    languages: [],
    birthCountry: null,
    pregnancy: null,
    personId: null,
    left: null,
    ...given,
  });
  const pregnant = random.chance(0.25);
  const lmp = addDays(today, -random.between(60, 270));
  const mother = member({
    name: `${random.pick(womensNames)} ${surname}`,
    relation: 'mother',
    sex: 'f',
    birth: addDays(today, -random.between(7000, 15000)),
    indexPerson: true,
    pregnancy: pregnant ? { lmp, dueDate: addDays(lmp, daysToDueDate), ended: null } : null,
  });
  const children = Array.from({ length: random.between(pregnant ? 0 : 1, 3) }, (_, i) => {
    const sex = random.pick(['f', 'm'] as const);
    const name = random.pick(sex === 'f' ? womensNames : mensNames);
    return member({
      name,
      relation: 'child',
      sex,
      birth: addDays(today, -random.between(20, 700) - i * 900),
    });
  });
  const fathers = random.chance(0.4)
    ? [member({ name: random.pick(mensNames), relation: 'father', sex: 'm', birth: null })]
    : [];
  const members = [mother, ...fathers, ...children];
  for (const { indexPerson, birthCountry, personId, left, ...rest } of members) {
    rows.add('member', {
      ...rest,
      household_id: household.id,
      index_person: indexPerson,
      birth_country: birthCountry,
      person_id: personId,
      left_on: left,
    });
  }
  return members;
}

/** The tutor from the first day, the regia from its acceptance, the team; sometimes a handover that waits. */
function addTenures(
  { rows, random, household, tutor, lead, team, at }: Setting,
  happened: Happened,
  { proposalWaits, workers }: { proposalWaits: boolean; workers: Workers },
): void {
  const household_id = household.id;
  const reason = 'Lavora nel quartiere.';
  rows.add('tutor_tenure', { household_id, person_id: tutor.id, since: dayOf(at(0)), reason });
  happened(at(0), tutor.id, { kind: 'tutor.assigned', personId: tutor.id, replaced: null, reason });
  for (const worker of [tutor, ...team]) {
    rows.add('team_membership', {
      id: random.id(TeamMembershipId, at(0.1)),
      household_id,
      person_id: worker.id,
      role: worker.function,
      since: dayOf(at(worker === tutor ? 0 : 0.1)),
    });
  }
  if (lead === null) return;
  const propose = (to: Worker, by: Worker, when: Date, accepted: Date | null, from: Worker | null) => {
    const id = random.id(LeadProposalId, when);
    rows.add('lead_proposal', {
      id,
      household_id,
      from_body_id: from?.bodyId ?? null,
      body_id: to.bodyId,
      person_id: to.id,
      reason: 'Il nodo è la casa.',
      proposed_by: by.id,
      proposed_at: instantOf(when),
      state: accepted ? 'accepted' : 'waiting',
      answered_by: accepted && to.id,
      answered_at: accepted && instantOf(accepted),
    });
    happened(when, by.id, {
      kind: 'lead.proposed',
      proposalId: id,
      bodyId: to.bodyId,
      personId: to.id,
      reason: 'Il nodo è la casa.',
    });
    return id;
  };
  const since = at(0.1);
  const proposalId = propose(lead, tutor, at(0.05), since, null);
  const { bodyId, id: personId } = lead;
  rows.add('lead_tenure', {
    household_id,
    proposal_id: proposalId,
    body_id: bodyId,
    person_id: personId,
    since: instantOf(since),
    reason: 'Il nodo è la casa.',
    proposed_by: tutor.id,
    accepted_by: personId,
  });
  happened(since, personId, { kind: 'lead.accepted', proposalId, bodyId, personId, fromBodyId: null });
  const next = random.pick(workers.services);
  if (proposalWaits && next.bodyId !== bodyId) propose(next, lead, at(0.98), null, lead);
}

function addConsent(
  { rows, random, household, tutor, at }: Setting,
  members: readonly Member[],
  partner: Worker,
  happened: Happened,
): void {
  const mother = members.find(({ indexPerson }) => indexPerson);
  if (mother === undefined) return;
  const id = random.id(ConsentId, at(0.1));
  rows.add('consent', {
    id,
    household_id: household.id,
    member_id: mother.id,
    notice_version: '2.1',
    language: 'it',
    given_on: dayOf(at(0.1)),
  });
  rows.add('consent_body', { consent_id: id, body_id: partner.bodyId });
  happened(at(0.1), tutor.id, { kind: 'consent.given', consentId: id, bodyIds: [partner.bodyId] });
}
