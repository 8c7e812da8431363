/** What came out of the conferences before this one, as it stands now: tasks, referrals, goals, and decisions left to nobody. */
import * as Y from 'yjs';
import { type Actor, documentAccess } from '../../../shared/access.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import { decisionsInText, isOpenDecision, minutesContent } from '../../../shared/documents/minutes.ts';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import {
  type BroughtForward,
  type BroughtForwardItem,
  isBroughtForwardOpen,
} from '../../../shared/records/conference-before.ts';
import { isGoalClosed } from '../../../shared/records/goals.ts';
import { isReferralLate } from '../../../shared/records/referral-states.ts';
import type { Reader } from '../../db/connect.ts';
import { storedState } from '../../sync/stored-state.ts';
import { goalsOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { referralsOf } from '../referrals/queries.ts';
import { presentTasks, taskRowsOf } from '../tasks/queries.ts';
import { briefOf, earlierConferences } from './earlier.ts';
import type { ConferenceRow } from './table.ts';

/** Older minutes aren't read again: what they left open has been said four times. */
const minutesRead = 4;

/** One conference's minutes, as far as they point at records. */
type Came = {
  readonly conferenceId: ConferenceId;
  /** Ids of the records its text points at. */
  readonly refs: ReadonlySet<string>;
  readonly untold: readonly { readonly id: string; readonly title: string }[];
};

/**
 * Of earlier conferences what is still open; of the last one also what is over by now. Overdue first, then by day.
 * Nothing of the minutes for whoever may not read them.
 */
export async function readBroughtForward(
  reader: Reader,
  actor: Actor,
  of: { readonly householdId: HouseholdId; readonly conferenceId: ConferenceId },
  now: Date,
): Promise<Outcome<BroughtForward>> {
  const { householdId } = of;
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const earlier = await earlierConferences(reader, of, now);
  if (earlier === null) return refuse('not-available');
  const readsMinutes = documentAccess(actor, allowed.value, { kind: 'minutes', frozen: true }) !== null;
  const came = readsMinutes
    ? await Promise.all(earlier.slice(0, minutesRead).map((row) => cameOf(reader, row)))
    : [];
  const items = [
    ...(await tasksFrom(reader, actor, householdId, earlier, came, now)),
    ...(await referralsFrom(reader, householdId, came, dayOf(now))),
    ...(await goalsFrom(reader, householdId, came, dayOf(now))),
    ...decisionsFrom(came),
  ];
  const last = earlier[0]?.id;
  const shown = items
    .filter((item) => isBroughtForwardOpen(item) || item.conferenceId === last)
    .sort(byUrgency);
  const from = new Set(shown.map(({ conferenceId }) => conferenceId));
  return ok({
    conferences: earlier.filter(({ id }) => id === last || from.has(id)).map(briefOf),
    items: shown,
  });
}

async function cameOf(reader: Reader, { id: conferenceId, minutesId }: ConferenceRow): Promise<Came> {
  const stored = await storedState(reader, minutesId);
  if (stored === null) return { conferenceId, refs: new Set(), untold: [] };
  const { doc } = stored;
  const refs = new Set<string>();
  for (const node of minutesContent(doc).createTreeWalker((each) => each instanceof Y.XmlElement)) {
    if (!(node instanceof Y.XmlElement)) continue;
    for (const name of ['ref', 'taskId']) {
      const value = node.getAttribute(name);
      if (value) refs.add(value);
    }
  }
  const untold = decisionsInText(doc)
    .filter((decision) => isOpenDecision(decision) && decision.text !== '')
    .map(({ decisionId, text }) => ({ id: decisionId, title: text.slice(0, 500) }));
  doc.destroy();
  return { conferenceId, refs, untold };
}

/** The newest conference whose minutes point at it. */
const sourceOf = (came: readonly Came[], id: string): ConferenceId | undefined =>
  came.find(({ refs }) => refs.has(id))?.conferenceId;

async function tasksFrom(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  earlier: readonly ConferenceRow[],
  came: readonly Came[],
  now: Date,
): Promise<BroughtForwardItem[]> {
  const known = new Set(earlier.map(({ id }) => id));
  const rows = (await taskRowsOf(reader, householdId)).flatMap((row) => {
    const decidedIn = row.source.kind === 'decision' ? row.source.conferenceId : null;
    const from = decidedIn !== null && known.has(decidedIn) ? decidedIn : sourceOf(came, row.id);
    return from === undefined ? [] : [{ row, from }];
  });
  const tasks = await presentTasks(
    reader,
    actor,
    rows.map(({ row }) => row),
    now,
  );
  return tasks.map(({ id, title, owner, due, status, overdue }, i) => ({
    kind: 'task' as const,
    id,
    title,
    owner,
    due,
    status,
    overdue,
    conferenceId: rows[i]?.from ?? earlier[0]?.id ?? raise(),
  }));
}

const raise = (): never => {
  throw new Error('each task comes from a conference');
};

async function referralsFrom(
  reader: Reader,
  householdId: HouseholdId,
  came: readonly Came[],
  today: Day,
): Promise<BroughtForwardItem[]> {
  return (await referralsOf(reader, householdId)).flatMap((referral) => {
    const conferenceId = sourceOf(came, referral.id);
    if (conferenceId === undefined) return [];
    const { id, service, to, status, outcome, answerBy: due } = referral;
    const overdue = isReferralLate(referral, today);
    return [{ kind: 'referral' as const, id, service, to, due, status, outcome, overdue, conferenceId }];
  });
}

async function goalsFrom(
  reader: Reader,
  householdId: HouseholdId,
  came: readonly Came[],
  today: Day,
): Promise<BroughtForwardItem[]> {
  return (await goalsOf(reader, householdId)).flatMap(({ id, title, due, status }) => {
    const conferenceId = sourceOf(came, id);
    if (conferenceId === undefined) return [];
    const overdue = due !== null && due < today && !isGoalClosed(status);
    return [{ kind: 'goal' as const, id, title, due, status, overdue, conferenceId }];
  });
}

const decisionsFrom = (came: readonly Came[]): BroughtForwardItem[] =>
  came.flatMap(({ conferenceId, untold }) =>
    untold.map((decision) => ({ kind: 'decision' as const, ...decision, conferenceId, overdue: false })),
  );

const rankOf = (item: BroughtForwardItem): number => (item.overdue ? 0 : isBroughtForwardOpen(item) ? 1 : 2);
const dueOf = (item: BroughtForwardItem): string => (item.kind === 'decision' ? null : item.due) ?? '9999';

const byUrgency = (a: BroughtForwardItem, b: BroughtForwardItem): number =>
  rankOf(a) - rankOf(b) || dueOf(a).localeCompare(dueOf(b));
