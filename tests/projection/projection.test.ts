/** What the plan's text says of its goals reaches SQL, a moment after people stop typing, and only when it changed. */
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { since } from '../../server/activity/log.ts';
import { projectPlan, rightsWithWords } from '../../server/projection/plan.ts';
import { type Committed, createProjection } from '../../server/projection/projection.ts';
import { readGoals } from '../../server/records/goals/queries.ts';
import { readRightsBoard } from '../../server/records/rights-board/queries.ts';
import { planContent } from '../../shared/documents/care-plan.ts';
import { appendBlock } from '../../shared/documents/rich-text.ts';
import { DocumentId, type GoalId, newId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { makeGoal, makeHousehold } from '../support/households.ts';
import { must, worldOn } from '../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);

function planWith(goals: readonly { id: GoalId; title: string }[]): Y.Doc {
  const doc = new Y.Doc();
  appendBlock(planContent(doc), 'heading', { level: 2, right: 'home' }, ['Casa']);
  for (const { id, title } of goals) appendBlock(planContent(doc), 'goal', { goalId: id }, [title]);
  appendBlock(planContent(doc), 'heading', { level: 2, right: 'work' }, ['Lavoro']);
  appendBlock(planContent(doc), 'paragraph', {}, []);
  return doc;
}

test('a right is in the plan when its section has words, not for its heading alone', () => {
  const goal = { id: '0192aaaa-0000-7000-8000-000000000001' as GoalId, title: 'Una casa' }; // any id will do
  expect(rightsWithWords(planWith([goal]))).toEqual(new Set(['home']));
  expect(rightsWithWords(planWith([]))).toEqual(new Set());
});

test('titles follow the text; a goal whose block is taken out is marked, and back when it is put back', async () => {
  const household = await makeHousehold(world);
  const [first, second] = [await makeGoal(world, household), await makeGoal(world, household)];
  const textChanges = async () =>
    (await since(db.orm, 0, 10_000)).filter(
      ({ householdId, event }) => householdId === household.id && event.kind === 'goal.text-changed',
    );
  const goals = async () =>
    (await must(readGoals(db.orm, household.tutor, household.id))).goals.map(({ title, inText }) => [
      title,
      inText,
    ]);

  expect(await projectPlan(world, household.id, planWith([{ id: first.id, title: 'Casa nuova' }]))).toBe(2);
  expect(await goals()).toEqual([
    ['Casa nuova', true],
    [second.title, false],
  ]);
  expect(await projectPlan(world, household.id, planWith([{ id: first.id, title: 'Casa nuova' }]))).toBe(0);
  expect((await textChanges()).map(({ actorId }) => actorId)).toEqual([null, null]);
  const both = planWith([
    { id: first.id, title: 'Casa nuova' },
    { id: second.id, title: second.title },
  ]);
  await projectPlan(world, household.id, both);
  expect((await goals()).map(([, inText]) => inText)).toEqual([true, true]);
  const { rights } = await must(readRightsBoard(db.orm, household.tutor, household.id, world.now()));
  expect(rights.filter(({ inPlan }) => inPlan).map(({ right }) => right)).toEqual(['home']);
});

test('a plan is read once after a burst of commits, other documents not at all, and what waits is read at the end', async () => {
  const household = await makeHousehold(world);
  const goal = await makeGoal(world, household);
  const listeners = new Set<(committed: Committed) => void>();
  const projection = createProjection(
    world,
    {
      onCommitted: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    { delayMs: 20, onError: (error) => expect.fail(String(error)) },
  );
  const commit = (title: string, kind: Committed['kind'] = 'care-plan') => {
    const doc = planWith([{ id: goal.id, title }]);
    for (const tell of listeners) tell({ documentId, kind, householdId: household.id, doc });
  };
  const documentId = newId(DocumentId);
  const title = async () => (await must(readGoals(db.orm, household.tutor, household.id))).goals[0]?.title;

  for (const words of ['Una', 'Una casa', 'Una casa loro']) commit(words);
  await vi.waitFor(async () => expect(await title()).toBe('Una casa loro'));
  commit('Altro', 'minutes');
  commit('Una casa tutta loro');
  await projection.close();
  await projection.close();
  expect(await title()).toBe('Una casa tutta loro');
  expect(listeners.size).toBe(0);
});
