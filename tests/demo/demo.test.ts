/** The demo network loads whole: as many records as its README says, every quote anchored, every goal in its text. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createLocalBus } from '../../server/bus/bus.ts';
import { demoPassword } from '../../server/demo/cast.ts';
import { readDemoInfo } from '../../server/demo/demo-info.ts';
import { generatedNetwork } from '../../server/demo/generated/generate.ts';
import { loadNetwork } from '../../server/demo/load.ts';
import { openNetwork } from '../../server/demo/open-network.ts';
import { readEarliness } from '../../server/records/reports/queries.ts';
import { situationsAsOf } from '../../server/records/situations/queries.ts';
import { inCareBetween, inCareOn } from '../../server/records/status-changes/queries.ts';
import { addDays, dayOf } from '../../shared/dates.ts';
import { readThreads } from '../../shared/documents/annotations.ts';
import { goalsInText } from '../../shared/documents/care-plan.ts';
import { decisionsInText, readAttendance } from '../../shared/documents/minutes.ts';
import { readNodes, readTies } from '../../shared/documents/network-map.ts';
import type { HouseholdId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';

const db = await freshDatabase();
const world = { db, bus: createLocalBus(), now: () => new Date() };
const silent = () => undefined;
const demo = { name: 'demo', load: loadNetwork };
const loaded = await openNetwork(world, demo, silent);

const count = async (table: string, where = 'true') =>
  (await db.sql.unsafe<{ n: number }[]>(`select count(*) as n from ${table} where ${where}`))[0]?.n;

async function docOf(householdId: HouseholdId, kind: string): Promise<Y.Doc> {
  const rows = await db.sql<{ bytes: Uint8Array }[]>`
    select bytes from document_update join document on document.id = document_id
    where household_id = ${householdId} and kind = ${kind} order by seq`;
  const doc = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  return doc;
}
const households = await db.sql<
  { id: HouseholdId; code: string }[]
>`select id, code from household order by code`;
const household = (code: string): HouseholdId =>
  households.find((each) => each.code === code)?.id ?? expect.fail(`no ${code}`);

test('A8: the territory stands: 14 sessions of initiatives held, spaces in the eight Case, procedures with all their versions', async () => {
  expect(await count('initiative_session', `status = 'held'`)).toBe(14);
  expect(await count('initiative_session')).toBe(16);
  const houses = `id in (select body_id from space) and kind = 'casa_del_quartiere'`;
  expect([await count('space'), await count('body', houses)]).toEqual([12, 8]);
  expect([await count('community_pact'), await count('training'), await count('standing_table')]).toEqual([
    3, 6, 3,
  ]);
  expect([await count('procedure'), await count('procedure_version')]).toEqual([8, 15]);
  expect([await count('partner'), await count('body', 'concealed')]).toEqual([51, 1]);
});

test('it holds what server/demo/README.md says', async () => {
  expect(loaded).toBe(true);
  expect(
    Object.fromEntries(
      await Promise.all(
        ['body', 'person', 'household', 'goal', 'task', 'referral', 'conference', 'consent'].map(
          async (table) => [table, await count(table)] as const,
        ),
      ),
    ),
  ).toEqual({
    body: 52,
    person: 34,
    household: 29,
    goal: 73,
    task: 92,
    referral: 63,
    conference: 16,
    consent: 13,
  });
  expect(await count('household', `status = 'closed'`)).toBe(7);
  expect(await count('lead_proposal', `state = 'waiting'`)).toBe(1);
  expect(await count('conference', `status = 'frozen'`)).toBe(10);
  const signed = 'id in (select conference_id from minutes_signature where hash = frozen_hash)';
  expect(await count('conference', signed)).toBe(10);
});

test('every household has one tutor, and one regia unless it is still in screening', async () => {
  expect(await count('tutor_tenure', 'until is null')).toBe(29);
  expect(await count('lead_tenure', 'until is null')).toBe(27);
  expect(await count('household', `status = 'screening'`)).toBe(2);
});

test('A11: its programmes are there, and every household in care is in at least one of them', async () => {
  expect(await count('programme')).toBe(3);
  expect(
    await count(
      'household',
      `status = 'closed' and exists (select from enrolment
    where household_id = household.id and until is null)`,
    ),
  ).toBe(0);
  expect(
    await count(
      'household',
      `status in ('enrolled', 'suspended') and not exists (select from enrolment
    where household_id = household.id and until is null)`,
    ),
  ).toBe(0);
  expect(await count('status_change', `to_status = 'closed' and closure is not null`)).toBe(7);
  expect(await count('status_change', `to_status = 'suspended' and review_on is not null`)).toBe(1);
});

test('B14: what the indicators count on the day of loading is what the network was written for', async () => {
  const today = dayOf(world.now());
  const inCare = await inCareOn(db.orm, today);
  const situations = [...(await situationsAsOf(db.orm, inCare, today)).values()];
  const counted = (fact: 'severePoverty' | 'migrantBackground' | 'work', ...values: string[]) =>
    situations.filter((situation) => values.includes(situation[fact])).length;
  expect([inCare.length, situations.length]).toEqual([20, 20]);
  expect([counted('severePoverty', 'yes'), counted('severePoverty', 'unknown')]).toEqual([10, 1]);
  expect([counted('migrantBackground', 'yes'), counted('migrantBackground', 'unknown')]).toEqual([18, 0]);
  expect([counted('work', 'unemployed', 'never_employed'), counted('work', 'unknown')]).toEqual([13, 1]);
  expect(await inCareBetween(db.orm, addDays(today, -1200), today)).toHaveLength(27);
});

test('every goal stands in its plan’s text once, in the words of its record', async () => {
  for (const { id, code } of households) {
    const goals = await db.sql<{ id: string; title: string; in_text: boolean }[]>`
      select id, title, in_text from goal where household_id = ${id} order by id`;
    const inText = goalsInText(await docOf(id, 'care-plan')).map(({ goalId, title }) => [goalId, title]);
    expect([code, inText.sort()]).toEqual([code, goals.map((goal) => [goal.id, goal.title])]);
    expect(goals.every(({ in_text }) => in_text)).toBe(true);
  }
});

test('every annotation hangs on the words it quotes', async () => {
  let threads = 0;
  for (const { id } of households) {
    const plan = await docOf(id, 'care-plan');
    const at = (position: string) => {
      const decoded = Y.decodeRelativePosition(Buffer.from(position, 'base64'));
      return Y.createAbsolutePositionFromRelativePosition(decoded, plan) ?? expect.fail('no such place');
    };
    for (const { quote, from, to } of readThreads(await docOf(id, 'annotations')).values()) {
      const [start, end] = [at(from), at(to)];
      expect(start.type.toString().slice(start.index, end.index)).toBe(quote);
      threads += 1;
    }
  }
  expect(threads).toBeGreaterThan(50);
});

test('maps, minutes and notes are written by the people who would have, and pass the gate', async () => {
  const id = household('TRM-002');
  const map = await docOf(id, 'network-map');
  expect([readNodes(map).size, readTies(map).size > 15]).toEqual([20, true]);
  const minutes = await docOf(id, 'minutes');
  expect(decisionsInText(minutes).filter(({ taskId }) => taskId)).toHaveLength(4);
  expect(readAttendance(minutes).size).toBeGreaterThan(7);
  const tasks = await db.sql<{ decision: string }[]>`
    select source ->> 'decisionId' as decision from task
    where household_id = ${id} and source ->> 'kind' = 'decision'`;
  const decisions = new Set(decisionsInText(minutes).map(({ decisionId }) => decisionId));
  expect(tasks.every(({ decision }) => decisions.has(decision))).toBe(true);
  const authors = await db.sql`
    select distinct author_id from document_update join document on document.id = document_id
    where household_id = ${id} and kind = 'annotations' and author_id is not null`;
  expect(authors.length).toBeGreaterThan(2);
});

test('the activity log tells it in the order of time', async () => {
  const [row] = await db.sql<{ wrong: number }[]>`
    select count(*) as wrong from (select at, lag(at) over (order by seq) as before from activity) entry
    where before > at`;
  expect(row?.wrong).toBe(0);
});

test('the sign-in page gets every account and household', async () => {
  const info = await readDemoInfo(world);
  expect([info.accounts.length, info.households.length]).toEqual([34, 29]);
  expect(info.accounts[0]?.password).toBe(demoPassword);
});

test('a second start loads nothing, and another network is refused', async () => {
  expect(await openNetwork(world, demo, silent)).toBe(false);
  await expect(openNetwork(world, generatedNetwork(5, silent), silent)).rejects.toThrow('holds the network');
});

test('the door’s records are told too: reports with their earliness, contacts and practices of the desks', async () => {
  expect(await count('report')).toBe(37);
  expect(await count('report', 'outcome is null')).toBe(3);
  expect(await count('report', 'household_id is not null')).toBe(29);
  expect(await count('redirection')).toBe(1);
  expect(await count('report_merge', 'undone_at is null')).toBe(1);
  expect(await count('desk_contact')).toBe(18);
  const early = await readEarliness(db.orm);
  const weeks = early.flatMap(({ earliness }) => (earliness?.kind === 'pregnancy' ? [earliness.week] : []));
  const days = early.flatMap(({ earliness }) => (earliness?.kind === 'birth' ? [earliness.days] : []));
  expect([weeks.length, days.length]).toEqual([17, 11]);
});
