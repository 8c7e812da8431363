/** From what happened to what is read again. */
import { describe, expect, test } from 'vitest';
import { staleKeys, touchedBy } from '../../../client/feed/stale-keys.ts';
import { ActivityEvent } from '../../../shared/activity.ts';
import { HouseholdId, newId } from '../../../shared/ids.ts';

const kinds = ActivityEvent.options.map((option) => option.shape.kind.value);
const household = newId(HouseholdId);
const texts = (kind: string) => staleKeys(kind, household).map((key) => key.join('/'));

describe('staleKeys', () => {
  test('there are kinds to walk', () => {
    expect(kinds.length).toBeGreaterThan(40);
  });

  test.each(kinds)('%s belongs to a domain of the table and makes something stale', (kind) => {
    expect(Object.keys(touchedBy)).toContain(kind.slice(0, kind.indexOf('.')));
    expect(staleKeys(kind, household).length).toBeGreaterThan(1);
  });

  test('the table has no domain that no event belongs to', () => {
    const domains = new Set(kinds.map((kind) => kind.slice(0, kind.indexOf('.'))));
    expect(new Set(Object.keys(touchedBy))).toEqual(domains);
  });

  test('a task makes its household’s tasks and rights stale, and my own list', () => {
    expect(texts('task.assigned')).toEqual(
      expect.arrayContaining([
        `household/${household}/tasks`,
        `household/${household}/rights`,
        `household/${household}/activity`,
        'my-tasks',
      ]),
    );
    expect(texts('task.assigned')).not.toContain(`household/${household}/goals`);
  });

  test('what changes who sees the household makes all of it stale', () => {
    for (const kind of ['team.left', 'lead.accepted', 'consent.withdrawn', 'household.status-changed'])
      expect(texts(kind)).toContain(`household/${household}`);
  });

  test('an event of no household touches no household', () => {
    expect(staleKeys('body.added', null).map(([first]) => first)).toEqual(['bodies', 'my-activity']);
  });

  test('a kind this page has never heard of makes the whole household stale', () => {
    expect(texts('unheard.happened')).toContain(`household/${household}`);
  });
});
