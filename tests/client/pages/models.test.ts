/** The pure parts of the pages: the day's board, marks on the band, ages, addresses, instants in Rome. */
import { describe, expect, test } from 'vitest';
import { createFormats } from '../../../client/messages/formats.ts';
import { romeInstant } from '../../../client/pages/conferences/rome-instant.ts';
import { bandMarks } from '../../../client/pages/households/band-marks.ts';
import { childrenWords } from '../../../client/pages/households/clock-words.ts';
import { memberDraft, newMember } from '../../../client/pages/households/member-draft.ts';
import { tabsOf } from '../../../client/pages/households/tabs.ts';
import { destinationOf } from '../../../client/pages/session/destination.ts';
import { dueWords, inOrder } from '../../../client/pages/tasks/task-words.ts';
import { todayBoard } from '../../../client/pages/today/today-board.ts';
import { Day, Instant } from '../../../shared/dates.ts';
import {
  ConferenceId,
  DocumentId,
  HouseholdId,
  newId,
  PersonId,
  ReferralId,
  TaskId,
} from '../../../shared/ids.ts';
import { BodyBrief } from '../../../shared/records/bodies.ts';
import { clockOf } from '../../../shared/records/clock.ts';
import { HouseholdActions, HouseholdRow } from '../../../shared/records/households.ts';
import { PersonBrief } from '../../../shared/records/people.ts';
import { Task } from '../../../shared/records/tasks.ts';
import { speaking } from '../../support/words.ts';

const day = (text: string) => Day.parse(text);
const today = day('2026-11-21');
const person = PersonBrief.parse({
  id: newId(PersonId),
  name: 'Irene',
  function: 'health',
  title: '',
  body: null,
});
const household = { id: newId(HouseholdId), code: 'F-1', name: 'Famiglia Prova' };

const task = (change: Partial<Task>): Task =>
  Task.parse({
    id: newId(TaskId),
    household,
    title: 'Portare la lettera',
    owner: person,
    assignedBy: person,
    status: 'assigned',
    reason: null,
    due: null,
    overdue: false,
    escalatedAt: null,
    source: { kind: 'manual' },
    goalId: null,
    createdAt: '2026-11-01T08:00:00.000Z',
    changedAt: '2026-11-01T08:00:00.000Z',
    version: 1,
    steps: [],
    ...change,
  });

describe('the day’s board', () => {
  test('X5: what is overdue appears once, though it is mine and escalated to my regia too', () => {
    const late = task({ status: 'accepted', due: day('2026-11-15'), overdue: true });
    const board = todayBoard({ mine: [late], escalated: [late], households: [], conferences: [] });
    expect(board.overdue).toEqual([late]);
    expect(board.next).toEqual([]);
  });

  test('X5: a task to accept waits for me even when it is late, the nearest date first', () => {
    const soon = task({ due: day('2026-11-22') });
    const late = task({ due: day('2026-11-10'), overdue: true });
    const undated = task({});
    const board = todayBoard({ mine: [undated, soon, late], escalated: [], households: [], conferences: [] });
    expect(board.waiting).toEqual([late, soon, undated]);
    expect(board.overdue).toEqual([late]);
  });

  test('B3: handovers I must answer come before those I only watch', () => {
    const row = (mine: 'to-answer' | 'neither') =>
      HouseholdRow.parse({
        ...household,
        id: newId(HouseholdId),
        status: 'enrolled',
        clock: null,
        tutor: person,
        lead: null,
        leadProposal: {
          id: newId(HouseholdId),
          from: null,
          to: body,
          person,
          reason: 'la casa',
          proposedBy: person,
          proposedAt: '2026-11-20T08:00:00.000Z',
          state: 'waiting',
          answeredBy: null,
          answeredAt: null,
          answerReason: null,
          mine,
        },
        children: [],
        openTasks: 0,
        overdueTasks: 0,
        lastActivityAt: '2026-11-20T08:00:00.000Z',
      });
    const [watched, mine] = [row('neither'), row('to-answer')];
    const board = todayBoard({ mine: [], escalated: [], households: [watched, mine], conferences: [] });
    expect(board.handovers).toEqual([mine, watched]);
  });
});

const body = BodyBrief.parse({
  id: newId(HouseholdId),
  name: 'Consultorio',
  kind: 'family_clinic',
  sector: 'health',
  public: true,
});

describe('marks on the band', () => {
  const conference = (status: 'planned' | 'held' | 'cancelled', start: string) => ({
    id: newId(ConferenceId),
    title: 'Verifica',
    start: Instant.parse(start),
    status,
  });
  const marks = (records: Partial<Parameters<typeof bandMarks>[0]>) =>
    bandMarks({ conferences: [], tasks: [], referrals: [], ...records }, '/households/x', today);

  test('what was cancelled or declined, and what has no day, leaves no mark', () => {
    const cancelled = conference('cancelled', '2026-12-01T09:00:00.000Z');
    const declined = task({ status: 'declined', due: day('2026-12-01') });
    expect(marks({ conferences: [cancelled], tasks: [declined, task({})] })).toEqual([]);
  });

  test('a planned conference is hollow, a held one filled; late tasks are late', () => {
    const found = marks({
      conferences: [
        conference('planned', '2026-12-01T09:00:00.000Z'),
        conference('held', '2026-10-01T09:00:00.000Z'),
      ],
      tasks: [
        task({ status: 'accepted', due: day('2026-11-01'), overdue: true }),
        task({ status: 'done', due: day('2026-11-02') }),
      ],
      referrals: [{ id: newId(ReferralId), requestedOn: day('2026-09-01'), to: body }],
    });
    expect(found.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'conference future',
      'conference done',
      'task late',
      'task done',
      'referral done',
    ]);
  });

  test('a conference late in the evening stands on its day in Rome', () => {
    const [mark] = marks({ conferences: [conference('planned', '2026-12-01T23:30:00.000Z')] });
    expect(mark?.at).toBe('2026-12-02');
  });
});

describe('words', async () => {
  const t = await speaking('it');
  const formats = createFormats('it');

  test('A3: a pregnancy adds a week and no child', () => {
    const clock = clockOf({ lmp: day('2026-05-01'), dueDate: null, birth: null });
    expect(childrenWords(t, [{ name: 'Lina', birth: day('2022-01-10') }], clock, today)).toBe(
      '\u2068Lina\u2069, 4 anni · attesa, 30ª settimana',
    );
  });

  test('more than two children are counted, the youngest named', () => {
    const children = ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, birth: null }));
    expect(childrenWords(t, children, null, today)).toBe('+3 · \u2068D\u2069 · \u2068E\u2069');
  });

  test('a task’s due day itself is in time', () => {
    expect(dueWords(t, formats, task({ due: today }), today)).toBe('entro oggi');
    expect(dueWords(t, formats, task({ due: day('2026-11-19'), overdue: true }), today)).toBe(
      'in ritardo di 2 giorni',
    );
  });

  test('the step that moves on comes before those that stop', () => {
    expect(inOrder(['declined', 'blocked', 'done'])).toEqual(['done', 'blocked', 'declined']);
  });
});

describe('tabs', () => {
  const can = (seeCase: boolean) =>
    HouseholdActions.parse(
      Object.fromEntries(
        Object.keys(HouseholdActions.shape).map((name) => [name, name === 'seeCase' && seeCase]),
      ),
    );
  const link = (kind: 'care-plan' | 'health-notes') => ({
    id: newId(DocumentId),
    kind,
    access: 'write' as const,
    conferenceId: null,
  });

  test('X8: a reserved zone is named only to those who have its document', () => {
    expect(tabsOf({ documents: [link('care-plan')], can: can(true) })).not.toContain('health-notes');
    expect(tabsOf({ documents: [link('health-notes')], can: can(true) })).toContain('health-notes');
  });

  test('family and volunteers have their tasks and their people, no case', () => {
    expect(tabsOf({ documents: [], can: can(false) })).toEqual(['tasks', 'team']);
  });
});

describe('small things that must not go wrong', () => {
  test.each(['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', undefined])(
    'after signing in nobody is led away from our origin: %s',
    (next) => {
      expect(destinationOf(next)).toBe('/');
    },
  );
  test('after signing in one is led to where one was going', () => {
    expect(destinationOf('/households/7?x=1')).toBe('/households/7?x=1');
  });

  test('an hour on the wall in Rome is the same instant from any time zone, in winter and in summer', () => {
    expect(romeInstant('2026-12-10', '14:00')).toBe('2026-12-10T13:00:00.000Z');
    expect(romeInstant('2026-07-10', '14:00')).toBe('2026-07-10T12:00:00.000Z');
    expect(romeInstant('2026-10-25', '12:00')).toBe('2026-10-25T11:00:00.000Z');
    expect(romeInstant('', '14:00')).toBeUndefined();
  });

  test('A3: a pregnancy without either date is sent, and refused beside its field, never dropped', () => {
    const member = { ...newMember(0), name: ' Amal ', expecting: true };
    expect(memberDraft(member, ['ar'], true)).toMatchObject({
      name: 'Amal',
      pregnancy: { lmp: null, dueDate: null, ended: null },
    });
    expect(memberDraft({ ...member, dueDate: '2027-02-01' }, ['ar'], true).pregnancy).toEqual({
      lmp: null,
      dueDate: '2027-02-01',
      ended: null,
    });
  });
});
