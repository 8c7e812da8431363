/**
 * The calendar of the thousand days (A2): what is to be done and until when, computed from dated rules that people keep
 * up to date. The computation is in windows.ts; this file says what a rule and a window are, and how they are changed.
 */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { HouseholdId, MemberId, TaskId } from '../ids.ts';
import { Clock } from './clock.ts';
import { Earliness } from './earliness.ts';
import { nothing, Reason } from './shapes.ts';
import { Task, TaskDraft, TaskStatus } from './tasks.ts';
/** Every rule there is. What each says is data (calendar_rule); its name is in the words of the screens. */
export const RuleCode = z.enum([
    'visit-1',
    'visit-2',
    'visit-3',
    'scan-morphology',
    'visit-4',
    'visit-5',
    'visit-6',
    'visit-7',
    'birth-declared',
    'fiscal-code',
    'paediatrician-chosen',
    'birth-bonus',
    'check-1',
    'check-2',
    'check-3',
    'check-4',
    'check-5',
    'check-6',
    'check-7',
    'vaccine-1',
    'vaccine-2',
    'vaccine-3',
    'document-renewed',
]);
/** The day a rule counts from: the last menstrual period, the birth, or the day a document was issued. */
export const RuleAnchor = z.enum(['lmp', 'birth', 'document']);
const offset = z.int().min(0).max(1500);
/** What a version of a rule says. `opens` and `closes` are whole units after the anchor; both days are in time. */
export const RuleTerms = z.strictObject({
    unit: z.enum(['days', 'months']),
    opens: offset,
    closes: offset,
    /** Days after closing in which it is late but can still be done; then it is missed. Null: there is no end to it. */
    graceDays: offset.nullable(),
    /** Whether a law sets the end: only these are shown in red when late. */
    legal: z.boolean(),
    /** The law or the agreement it comes from. */
    source: z.string().trim().min(3).max(300),
    /** What whoever reads it should know besides. */
    note: z.string().trim().max(500),
});
/** A version holds for whoever's anchor lies on `validFrom` or later, until the next version's day. */
export const CalendarRule = RuleTerms.extend({
    code: RuleCode,
    version: z.int(),
    validFrom: Day,
    anchor: RuleAnchor,
    madeAt: Instant,
});
/**
 * `missed` can't be made good any more, `late` can. `silenced` belongs to a pregnancy that was lost: it is known to the
 * computation and told to nobody (A3).
 */
export const WindowState = z.enum(['coming', 'open', 'late', 'done', 'missed', 'silenced']);
export const CalendarWindow = z.object({
    rule: RuleCode,
    /** The version of the rule that was in force on the day it counts from, and since when it was. */
    version: z.int(),
    validFrom: Day,
    /** The mother for a pregnancy, the child after birth, whoever holds the document. */
    memberId: MemberId,
    /** The day it counts from. With rule and member it names the window. */
    reference: Day,
    /** Counted from a due date: the birth will replace it, and nothing can be done about it before. */
    expected: z.boolean(),
    opens: Day,
    closes: Day,
    state: WindowState,
    legal: z.boolean(),
    source: z.string(),
    note: z.string(),
    doneOn: Day.nullable(),
    /** Why no task is to be suggested; null when nobody said so. */
    dismissed: z.string().nullable(),
    /** The task that was made of it, while it is neither declined nor cancelled. */
    task: z.object({ id: TaskId, status: TaskStatus }).nullable(),
});
/** What somebody said of a window: done on a day, or no task wanted and why. */
export const WindowMark = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('done'), on: Day }),
    z.strictObject({ kind: z.literal('dismissed'), reason: Reason }),
]);
const inHousehold = z.strictObject({ householdId: HouseholdId });
/** Names one window of a household. */
export const WindowName = z.strictObject({ rule: RuleCode, memberId: MemberId, reference: Day });
export const calendarEndpoints = {
    ofHousehold: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/calendar',
        summary: 'The thousand days of the household: its clock, how early it was met, and every window with its state.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: z.object({
            clock: Clock.nullable(),
            earliness: Earliness.nullable(),
            windows: z.array(CalendarWindow),
        }),
    }),
    mark: endpoint({
        method: 'PUT',
        path: '/api/households/:householdId/calendar/marks',
        summary: 'Marks a window done on a day, says why no task is wanted of it, or takes the mark back (null).',
        policy: { kind: 'household', action: 'calendar.write' },
        params: inHousehold,
        query: nothing,
        body: WindowName.extend({
            mark: WindowMark.nullable(),
            /** What the page showed: if it is something else by now, nothing happens. */
            was: z.enum(['done', 'dismissed']).nullable(),
        }),
        response: CalendarWindow,
    }),
    makeTask: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/calendar/tasks',
        summary: 'Makes a task of a window, due when it closes. Of one window there is one task at a time.',
        policy: { kind: 'household', action: 'task.assign' },
        params: inHousehold,
        query: nothing,
        body: TaskDraft.pick({ id: true, title: true, ownerId: true }).extend(WindowName.shape),
        response: Task,
    }),
    rules: endpoint({
        method: 'GET',
        path: '/api/calendar/rules',
        summary: 'Every version of every rule, in the order of the thousand days.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ rules: z.array(CalendarRule) }),
    }),
    addVersion: endpoint({
        method: 'POST',
        path: '/api/calendar/rules/:code/versions',
        summary: 'A rule says something else from a day on. What was counted from earlier days keeps the version before.',
        policy: { kind: 'functions', functions: ['coordinator', 'admin'] },
        params: z.strictObject({ code: RuleCode }),
        query: nothing,
        body: RuleTerms.extend({
            validFrom: Day,
            /** The version it follows: if there is a newer one by now, nothing happens. */
            after: z.int(),
        }),
        response: CalendarRule,
    }),
};
const ofWindow = { rule: RuleCode, memberId: MemberId };
export const calendarEvents = [
    event('window.done', { ...ofWindow, on: Day }),
    event('window.dismissed', ofWindow),
    /** A mark was taken back. */
    event('window.reopened', ofWindow),
    event('calendar.rule-changed', { rule: RuleCode, version: z.int(), validFrom: Day }),
];
