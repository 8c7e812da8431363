import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { goalsInText, planContent } from '../../../shared/documents/care-plan.ts';
import { decisionsInText, isOpenDecision, minutesContent } from '../../../shared/documents/minutes.ts';
import {
  appendBlock,
  appendBulletList,
  LinkAddress,
  markAttributes,
  nodeAttributes,
  type TextRun,
  textOf,
} from '../../../shared/documents/rich-text.ts';
import { GoalId, newId, PersonId, TaskId } from '../../../shared/ids.ts';

describe('rich text', () => {
  test('a link that runs a script or carries data is refused', () => {
    for (const address of [
      'javascript:alert(1)',
      ' https://x',
      'data:text/html,x',
      'JAVASCRIPT:x',
      '//x.org',
    ]) {
      expect([address, LinkAddress.safeParse(address).success]).toEqual([address, false]);
    }
    expect(LinkAddress.safeParse('https://www.comune.torino.it').success).toBe(true);
    expect(markAttributes.link.safeParse({ href: 'javascript:x' }).success).toBe(false);
  });

  test('an attribute that no block has is refused', () => {
    expect(nodeAttributes.paragraph.safeParse({ onclick: 'x' }).success).toBe(false);
    expect(nodeAttributes.heading.safeParse({ level: 2, right: 'home' }).success).toBe(true);
    expect(nodeAttributes.heading.safeParse({ level: 1 }).success).toBe(false);
  });

  test('the words of a block are read with its chips as their labels', () => {
    const doc = new Y.Doc();
    appendBlock(planContent(doc), 'paragraph', {}, [
      'Ne parla ',
      { chip: 'person', ref: newId(PersonId), label: 'Paola' },
      ' domani',
    ]);
    appendBulletList(planContent(doc), [['uno'], ['due']]);
    expect(
      planContent(doc)
        .toArray()
        .map((node) => textOf(node)),
    ).toEqual(['Ne parla Paola domani', 'uno\ndue']);
  });
});

describe('B5: goals in the plan', () => {
  test('a block without a valid id is no goal yet; the others come in reading order with their words', () => {
    const doc = new Y.Doc();
    const [first, second] = [newId(GoalId), newId(GoalId)];
    appendBlock(planContent(doc), 'goal', { goalId: second }, ['Un nido vicino']);
    appendBlock(planContent(doc), 'goal', {}, ['senza id']);
    appendBlock(planContent(doc), 'goal', { goalId: first }, ['Una casa']);
    expect(goalsInText(doc)).toEqual([
      { goalId: second, title: 'Un nido vicino' },
      { goalId: first, title: 'Una casa' },
    ]);
  });
});

describe('X4: decisions in the minutes', () => {
  test('X4: each decision is read with the task it became', () => {
    const doc = new Y.Doc();
    const [decisionId, taskId] = [crypto.randomUUID(), newId(TaskId)];
    appendBlock(minutesContent(doc), 'decision', { decisionId, taskId }, ['La domanda parte lunedì.']);
    appendBlock(minutesContent(doc), 'decision', { decisionId: crypto.randomUUID() }, [
      'Si rivede a giugno.',
    ]);
    expect(decisionsInText(doc)).toMatchObject([
      { decisionId, taskId, text: 'La domanda parte lunedì.' },
      { taskId: undefined, text: 'Si rivede a giugno.' },
    ]);
  });

  test('X4: a decision stays open until it has a task, a referral or a goal, or was said to need nothing', () => {
    const doc = new Y.Doc();
    const decision = (attributes: Record<string, string>, ...chips: TextRun[]) =>
      appendBlock(minutesContent(doc), 'decision', { decisionId: crypto.randomUUID(), ...attributes }, [
        'Si decide.',
        ...chips,
      ]);
    decision({});
    decision({ taskId: newId(TaskId) });
    decision({ settled: 'nothing' });
    decision({ settled: 'later' });
    decision({}, { chip: 'goal', ref: newId(GoalId), label: 'Una casa' });
    const decisions = decisionsInText(doc);
    expect(decisions.map(isOpenDecision)).toEqual([true, false, false, true, false]);
    expect(decisions[4]?.text).toBe('Si decide.');
  });
});
