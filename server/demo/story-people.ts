/** How a household came in, who was born, who was its tutor, its regia, its team; and how it stands today. */
import { addDays, type Day, daysBetween } from '../../shared/dates.ts';
import { ConsentId, LeadProposalId, newId } from '../../shared/ids.ts';
import { ok } from '../../shared/outcome.ts';
import { daysToDueDate } from '../../shared/records/clock.ts';
import type { Pregnancy } from '../../shared/records/households.ts';
import { addToTeam, endMembership } from '../records/care-team/commands.ts';
import { membershipOf } from '../records/care-team/queries.ts';
import { recordConsent, withdrawConsent } from '../records/consents/commands.ts';
import { changeStatus, type StatusInput } from '../records/households/change-status.ts';
import { addMember } from '../records/households/commands.ts';
import { linkAccount } from '../records/households/members.ts';
import { recordPregnancy } from '../records/households/pregnancy.ts';
import { acceptLead, proposeLead } from '../records/lead/commands.ts';
import { changeTutor } from '../records/tutor/commands.ts';
import { makeAccount } from './cast.ts';
import type { MemberFile } from './network-files.ts';
import type { Step, Story } from './story.ts';
import type { StoryDate } from './story-dates.ts';
import { takeInFrom } from './story-door.ts';

export function stepsOfPeople(story: Story): Step[] {
  return [
    ...opening(story),
    ...births(story),
    ...tutors(story),
    ...regia(story),
    ...team(story),
    ...consents(story),
    ...statuses(story),
  ];
}

function opening(story: Story): Step[] {
  const { file, id, cast, opened } = story;
  const [first] = file.tutors;
  if (first === undefined) return [];
  const by = story.actor(first.person);
  const here = file.members.filter(({ birth }) => birth.day <= opened.day);
  const { code, name, district, area, languages } = file;
  const steps = [
    story.step(opened, '08:30', by, 'is taken in', (context) =>
      takeInFrom(context, story, {
        id,
        code,
        name,
        district,
        area,
        languages,
        members: here.map((member) => ({ ...draftOf(story, member), id: story.member(member.key) })),
        tutorId: by.personId,
        tutorReason: first.reason,
      }),
    ),
  ];
  const accounts = file.members.flatMap(({ key, user }) => (user === undefined ? [] : [{ key, user }]));
  return steps.concat(
    accounts.map(({ key, user }) =>
      story.step(opened, '08:45', by, 'gets an account', async ({ tx, now }) => {
        await makeAccount(tx, now, cast, user, id);
        await linkAccount(tx, story.member(key), cast.person(user));
        return ok({});
      }),
    ),
  );
}

function draftOf(story: Story, member: MemberFile) {
  const { name, relation, sex, birth, indexPerson, languages, birthCountry } = member;
  return {
    name,
    relation,
    sex,
    birth: story.calendar.dayOf(birth),
    indexPerson,
    languages,
    birthCountry,
    pregnancy: pregnancyOn(story, member, story.opened.day),
  };
}

/** What was known of the pregnancy that day: nothing before it began, its end once it had ended. */
function pregnancyOn(story: Story, member: MemberFile, day: number): Pregnancy | null {
  if (member.lmp == null || member.lmp.day > day) return null;
  const { calendar, file } = story;
  const lmp = calendar.dayOf(member.lmp);
  const due = member.dueDate ?? file.clock?.dueDate ?? null;
  const dueDate: Day = due === null ? addDays(lmp, daysToDueDate) : calendar.dayOf(due);
  const end = member.pregnancyEnd;
  if (end == null || end.day > day) return { lmp, dueDate, ended: null };
  return { lmp, dueDate, ended: { on: calendar.dayOf(end), outcome: outcomeOf(story, member) } };
}

const outcomeOf = ({ file }: Story, { key }: MemberFile) => (file.loss?.member === key ? 'loss' : 'birth');

/** A pregnancy that began after the household came in is told when it is sure, at the twelfth week. */
const toldAfterDays = 84;

function births(story: Story): Step[] {
  const { file, opened, calendar } = story;
  const steps: Step[] = [];
  const record = (mother: MemberFile, on: StoryDate, child: MemberFile | null) => {
    const pregnancy = pregnancyOn(story, mother, on.day);
    if (pregnancy === null) return;
    const born = child && { ...draftOf(story, child), id: story.member(child.key) };
    const input = {
      householdId: story.id,
      memberId: story.member(mother.key),
      pregnancy,
      child: withoutRest(born),
    };
    steps.push(
      story.step(on, '12:00', story.tutorOn(on.day), 'pregnancy', (context) =>
        recordPregnancy(context, input),
      ),
    );
  };
  const born = new Set<MemberFile>();
  for (const mother of file.members) {
    const { lmp, pregnancyEnd: end } = mother;
    if (lmp == null) continue;
    if (lmp.day > opened.day) record(mother, { day: Math.min(lmp.day + toldAfterDays, 0) }, null);
    if (end == null || end.day <= opened.day) continue;
    const child = file.members.find(({ relation, birth }) => relation === 'child' && birth.day === end.day);
    if (child) born.add(child);
    record(mother, end, child ?? null);
  }
  const later = file.members.filter((member) => member.birth.day > opened.day && !born.has(member));
  for (const member of later) {
    const days = daysBetween(calendar.today, calendar.dayOf(member.birth));
    const draft = { ...draftOf(story, member), id: story.member(member.key), householdId: story.id };
    steps.push(
      story.step({ day: days }, '12:30', story.tutorOn(days), 'is born', (context) =>
        addMember(context, draft),
      ),
    );
  }
  return steps;
}

function withoutRest<T extends { pregnancy: unknown; indexPerson: unknown }>(child: T | null) {
  if (child === null) return null;
  const { pregnancy: _, indexPerson: __, ...rest } = child;
  return rest;
}

function tutors(story: Story): Step[] {
  return story.file.tutors.slice(1).map(({ person, from, reason }, i) => {
    const before = story.actor(story.file.tutors[i]?.person ?? person);
    const { personId } = story.actor(person);
    return story.step(from, '08:40', before, 'changes tutor', (context) =>
      changeTutor(context, { householdId: story.id, personId, reason, replacing: before.personId }),
    );
  });
}

function regia(story: Story): Step[] {
  const { file, id: householdId, cast } = story;
  const steps = file.regia.flatMap((tenure, i) => {
    const proposalId = newId(LeadProposalId);
    const { body, person, reason, proposed, accepted } = tenure;
    const by = i === 0 ? story.writerOn(tenure.proposedBy, proposed.day) : story.actor(tenure.proposedBy);
    return [
      story.step(proposed, '09:10', by, 'regia proposed', (context) =>
        proposeLead(context, {
          householdId,
          id: proposalId,
          bodyId: cast.body(body),
          personId: cast.person(person),
          reason,
        }),
      ),
      story.step(accepted, '09:20', story.actor(tenure.acceptedBy), 'regia accepted', (context) =>
        acceptLead(context, { householdId, proposalId }),
      ),
    ];
  });
  const waiting = file.handoverProposal;
  if (!waiting) return steps;
  return steps.concat(
    story.step(waiting.proposed, '12:05', story.actor(waiting.proposedBy), 'handover proposed', (context) =>
      proposeLead(context, {
        householdId,
        id: newId(LeadProposalId),
        bodyId: cast.body(waiting.toBody),
        personId: cast.person(waiting.toPerson),
        reason: waiting.reason,
      }),
    ),
  );
}

/** The tutor joins by being the tutor. Who left with the closing stays: a closed household can be taken in again. */
function team(story: Story): Step[] {
  const { file, id: householdId } = story;
  const rows = file.careTeam.filter(({ role }) => role !== 'tutor');
  return rows.flatMap(({ person, from, to, reason }) => {
    const { personId } = story.actor(person);
    const joined = story.step(from, '09:30', story.tutorOn(from.day), `${person} joins`, (context) =>
      addToTeam(context, { householdId, personId, reason: reason ?? null }),
    );
    if (to == null || (file.closure && to.day >= file.closure.on.day)) return [joined];
    const left = story.step(to, '17:30', story.tutorOn(to.day), `${person} leaves`, async (context) => {
      const membership = await membershipOf(context.tx, householdId, personId);
      if (membership === null) return ok({});
      const input = { householdId, membershipId: membership.id, reason: reason ?? 'Fine dell’intervento.' };
      return endMembership(context, input);
    });
    return [joined, left];
  });
}

function consents(story: Story): Step[] {
  const { file, id: householdId, cast } = story;
  const given = file.consents.filter(
    ({ kind, covers }) => kind === 'third_sector_access' && covers.length > 0,
  );
  return given.flatMap((consent) => {
    const id = newId(ConsentId);
    const { noticeVersion, withdrawn } = consent;
    const input = {
      householdId,
      id,
      memberId: story.member(consent.member ?? 'madre'),
      bodyIds: consent.covers.map(cast.body),
      noticeVersion,
      language: consent.language ?? 'it',
      mediatorId: consent.mediator ? cast.person(consent.mediator) : null,
    };
    const steps = [
      story.step(consent.given, '09:00', story.tutorOn(consent.given.day), 'consents', (context) =>
        recordConsent(context, input),
      ),
    ];
    if (withdrawn == null) return steps;
    return steps.concat(
      story.step(withdrawn, '17:45', story.tutorOn(withdrawn.day), 'withdraws', (context) =>
        withdrawConsent(context, { householdId, consentId: id }),
      ),
    );
  });
}

function statuses(story: Story): Step[] {
  const { file, id: householdId } = story;
  const change = (
    on: StoryDate,
    time: string,
    step: Pick<StatusInput, 'status' | 'reason' | 'closure' | 'reviewOn'>,
  ): Step =>
    story.step(on, time, story.tutorOn(on.day), step.status, (context) =>
      changeStatus(context, { householdId, ...step }),
    );
  const { suspension, closure } = file;
  const [first] = file.regia;
  return [
    ...(first
      ? [
          change(first.accepted, '09:25', {
            status: 'enrolled',
            reason: 'Analisi preliminare fatta; c’è la regia.',
          }),
        ]
      : []),
    ...(suspension
      ? [
          change(suspension.from, '17:00', {
            status: 'suspended',
            reason: suspension.reason,
            reviewOn: story.calendar.dayOf(suspension.review),
          }),
        ]
      : []),
    ...(closure
      ? [
          change(closure.on, '18:30', {
            status: 'closed',
            reason: closure.note,
            closure: closure.reason,
          }),
        ]
      : []),
  ];
}
