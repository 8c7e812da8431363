/** How a generated household came, and what its care was: report, programme, contacts, the clock, mediation. */
import { addDays, dayOf, instantOf } from '../../../shared/dates.ts';
import { ContactId, EnrolmentId, MediationId, type ProgrammeId, ReportId } from '../../../shared/ids.ts';
import type { HouseholdStatus, Member } from '../../../shared/records/households.ts';
import { MediationAim } from '../../../shared/records/mediation.ts';
import type { Setting } from './household.ts';
import { addTriagedReport } from './reports.ts';

/** The report it was opened from, a few days before. */
export function addReport(setting: Setting, members: readonly Member[], callCentre: Setting['tutor']): void {
  const { rows, random, household, tutor, at } = setting;
  const dueDate = members.flatMap(({ pregnancy }) => pregnancy?.dueDate ?? [])[0] ?? null;
  const received = new Date(at(0).getTime() - random.between(1, 5) * 86_400_000);
  addTriagedReport(rows, random, {
    id: random.id(ReportId, received),
    received,
    callCentre,
    outcome: random.pick(['home_support', 'forwarded', 'placement_search']),
    bodyId: tutor.bodyId,
    // A due date that had passed by then, or was too far ahead to be known, wasn't said.
    dueDate: dueDate !== null && daysAhead(dueDate, received) ? dueDate : null,
    taken: { household_id: household.id, taken_in_by: tutor.id, taken_in_at: instantOf(at(0)) },
  });
}

function daysAhead(dueDate: string, on: Date): boolean {
  const day = dayOf(on);
  return dueDate >= day && dueDate <= addDays(day, 270);
}

export function addEnrolment(
  { rows, random, household, tutor, at }: Setting,
  status: HouseholdStatus,
  programmes: readonly ProgrammeId[],
): ProgrammeId | null {
  if (status === 'screening') return null;
  const programmeId = random.pick(programmes);
  const closed = status === 'closed';
  rows.add('enrolment', {
    id: random.id(EnrolmentId, at(0.15)),
    household_id: household.id,
    programme_id: programmeId,
    since: dayOf(at(0.15)),
    until: closed ? dayOf(at(0.7)) : null,
    eligibility: [{ rule: { kind: 'age' }, result: 'met' }],
    enrolled_by: tutor.id,
    enrolled_at: instantOf(at(0.15)),
    end_reason: closed ? 'agreed_end' : null,
    version: 1,
  });
  return programmeId;
}

/** Contacts over its time, the last within the last weeks: a network doesn't begin with a task for every silence. */
export function addContacts({ rows, random, household, tutor, team, at }: Setting): void {
  const days = [dayOf(at(0.2)), dayOf(at(0.6)), addDays(household.today, -random.between(0, 15))];
  for (const on_day of days) {
    rows.add('contact', {
      id: random.id(ContactId, at(0.9)),
      household_id: household.id,
      on_day,
      channel: random.pick(['visit', 'service', 'phone', 'message']),
      reached: on_day === days.at(-1) || random.chance(0.8),
      note: '',
      by_id: random.pick([tutor, ...team]).id,
      recorded_at: instantOf(at(0.9)),
    });
  }
}

/** Of the youngest child's first windows, one is done, and sometimes one isn't wanted. */
export function addCalendarMarks(
  { rows, random, household, tutor, at }: Setting,
  members: readonly Member[],
): void {
  const births = members.flatMap(({ id, relation, birth }) =>
    relation === 'child' && birth !== null ? [{ id, birth }] : [],
  );
  const youngest = births.sort((a, b) => b.birth.localeCompare(a.birth))[0];
  if (youngest === undefined) return;
  const mark = { household_id: household.id, member_id: youngest.id, reference: youngest.birth };
  const made = { made_by: tutor.id, made_at: instantOf(at(1)) };
  const done_on = addDays(youngest.birth, random.between(1, 10));
  rows.add('calendar_mark', {
    ...mark,
    ...made,
    rule: 'birth-declared',
    kind: 'done',
    done_on,
    reason: null,
  });
  if (random.chance(0.3)) {
    const reason = 'Se ne occupa la madre.';
    rows.add('calendar_mark', {
      ...mark,
      ...made,
      rule: 'birth-bonus',
      kind: 'dismissed',
      done_on: null,
      reason,
    });
  }
}

/** A request for a mediator: waiting, accepted or done. */
export function addMediation({ rows, random, household, tutor, team, at }: Setting): void {
  const mediator = team.find((worker) => worker.function === 'mediator');
  if (mediator === undefined || !random.chance(0.2)) return;
  const status = random.pick(['requested', 'accepted', 'done']);
  const done = status === 'done';
  rows.add('mediation', {
    id: random.id(MediationId, at(0.5)),
    household_id: household.id,
    language: random.pick(['ar', 'fr', 'es', 'ro']),
    aim: random.pick(MediationAim.options),
    mode: 'phone',
    place: '',
    note: 'Spiegare i passi del progetto.',
    requested_by: tutor.id,
    requested_at: instantOf(at(0.5)),
    status,
    mediator_id: status === 'requested' ? null : mediator.id,
    assigned_by: status === 'requested' ? null : mediator.id,
    since: instantOf(at(0.6)),
    minutes: done ? random.between(15, 90) : null,
    reached: done ? true : null,
    came_of: done ? 'Si sono capiti.' : null,
    version: 1,
  });
}
