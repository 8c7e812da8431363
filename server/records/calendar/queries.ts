/** The thousand days of a household as its team reads them. */
import { eq } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { addMonths, type Day, dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, MemberId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { CalendarRule, CalendarWindow } from '../../../shared/records/calendar.ts';
import type { Clock } from '../../../shared/records/clock.ts';
import { type Earliness, earlinessOf } from '../../../shared/records/earliness.ts';
import type { Member } from '../../../shared/records/households.ts';
import { isTaskOpen } from '../../../shared/records/tasks.ts';
import {
  type BareWindow,
  type CalendarFacts,
  isSameReference,
  windowsOf,
} from '../../../shared/records/windows.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { openingDay } from '../households/briefs.ts';
import { clockOfHousehold, membersOf } from '../households/members.ts';
import { type SituationAsOf, situationsAsOf } from '../situations/queries.ts';
import { taskStatuses } from '../tasks/counts.ts';
import { readRules } from './rules.ts';
import { calendarMark, calendarTask } from './table.ts';

export type HouseholdCalendar = {
  readonly clock: Clock | null;
  /** Null when no date tells. */
  readonly earliness: Earliness | null;
  readonly windows: CalendarWindow[];
};

/** The clock, earliness and every window on this day. Nothing of a pregnancy that was lost is told (A3). */
export async function readCalendar(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  now: Date,
): Promise<Outcome<HouseholdCalendar>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const [members, openedOn] = await Promise.all([
    membersOf(reader, [householdId]).then((all) => all.get(householdId) ?? []),
    openingDay(reader, householdId),
  ]);
  return ok({
    clock: clockOfHousehold(members, openedOn),
    earliness: earlinessOf(openedOn, { pregnancies: stillTold(members), births: birthsOf(members) }),
    windows: await householdWindows(reader, householdId, dayOf(now)),
  });
}

const stillTold = (members: readonly Member[]) =>
  members.flatMap(({ pregnancy }) =>
    pregnancy && pregnancy.ended?.outcome !== 'loss'
      ? [{ ...pregnancy, ended: pregnancy.ended?.on ?? null }]
      : [],
  );

const birthsOf = (members: readonly Member[]): Day[] =>
  members.flatMap(({ relation, birth }) => (relation === 'child' && birth !== null ? [birth] : []));

/** For whoever has been authorised already: every window but the silenced, with its marks and tasks. */
export async function householdWindows(
  reader: Reader,
  householdId: HouseholdId,
  today: Day,
): Promise<CalendarWindow[]> {
  const [members, rules, marks, tasks, situations] = await Promise.all([
    membersOf(reader, [householdId]).then((all) => all.get(householdId) ?? []),
    readRules(reader),
    reader.select().from(calendarMark).where(eq(calendarMark.householdId, householdId)),
    tasksOfWindows(reader, householdId),
    situationsAsOf(reader, [householdId], today),
  ]);
  const lost = new Set(
    members.flatMap(({ id, pregnancy }) => (pregnancy?.ended?.outcome === 'loss' ? [id] : [])),
  );
  const anchors = new Map(rules.map(({ code, anchor }) => [code, anchor]));
  const belongs = (window: BareWindow, said: { rule: string; memberId: string; reference: Day }) =>
    said.rule === window.rule &&
    said.memberId === window.memberId &&
    isSameReference(anchors.get(window.rule) ?? 'lmp', said.reference, window.reference);
  const facts = factsOf(members, marks, situations.get(householdId));
  return windowsOf(facts, rules, today)
    .filter(({ memberId, rule }) => !(lost.has(memberId) && anchors.get(rule) === 'lmp'))
    .map((window) => {
      const task = tasks.find((made) => belongs(window, made));
      return {
        ...window,
        dismissed: marks.find((mark) => mark.kind === 'dismissed' && belongs(window, mark))?.reason ?? null,
        task: task ? { id: task.taskId, status: task.status } : null,
      };
    });
}

function factsOf(
  members: readonly Member[],
  marks: readonly (typeof calendarMark.$inferSelect)[],
  situation: SituationAsOf | undefined,
): CalendarFacts {
  const here = members.filter(({ left }) => left === null);
  return {
    pregnancies: here.flatMap(({ id, pregnancy }) => (pregnancy ? [{ ...pregnancy, memberId: id }] : [])),
    children: here.flatMap(({ id, relation, birth }) =>
      relation === 'child' && birth !== null ? [{ memberId: id, birth }] : [],
    ),
    documents: here.flatMap(({ id, indexPerson }) =>
      indexPerson && situation ? documentsOf(id, situation) : [],
    ),
    done: marks.flatMap(({ rule, memberId, reference, doneOn }) =>
      doneOn === null ? [] : [{ rule, memberId, reference, on: doneOn }],
    ),
  };
}

/**
 * The mother's code or permit, by its last day as the situation tells it. Without that day, or with one that a paper of
 * its kind can't have, nothing follows.
 */
function documentsOf(
  memberId: MemberId,
  { documentState, documentExpires: expires, on }: SituationAsOf,
): NonNullable<CalendarFacts['documents']> {
  if (expires === null) return [];
  const kind = renewals[documentState];
  if (kind === undefined || expires > addMonths(on, kind.longestMonths)) return [];
  if (expires < addMonths(on, -kind.longestMonths)) return [];
  return [{ rule: kind.rule, memberId, issued: null, expires }];
}

/** A code lasts six months, and a month's play; no permit lasts ten years (d.lgs. 286/1998, art. 5). */
const code = { rule: 'document-renewed', longestMonths: 7 } as const;
const permit = { rule: 'permit-renewed', longestMonths: 120 } as const;
const renewals: Readonly<Partial<Record<SituationAsOf['documentState'], typeof code | typeof permit>>> = {
  stp: code,
  eni: code,
  permit,
  cure_mediche_permit: permit,
  asylum: permit,
};

/** Tasks made of windows, newest first; those declined or cancelled leave their window free for another. */
async function tasksOfWindows(reader: Reader, householdId: HouseholdId) {
  const made = await reader.select().from(calendarTask).where(eq(calendarTask.householdId, householdId));
  const statuses = await taskStatuses(
    reader,
    made.map(({ taskId }) => taskId),
  );
  return made.flatMap((each) => {
    const status = statuses.get(each.taskId);
    return status && (isTaskOpen(status) || status === 'done') ? [{ ...each, status }] : [];
  });
}

/** For a screen that edits them: every version of every rule. */
export const listRules = async (reader: Reader): Promise<Outcome<{ rules: CalendarRule[] }>> =>
  ok({ rules: await readRules(reader) });
