/** Rules of the thousand days and what is said of their windows: migrations/0010_calendar.sql. */
import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { HouseholdId, MemberId, PersonId, TaskId } from '../../../shared/ids.ts';
import type { CalendarRule, RuleCode, WindowMark } from '../../../shared/records/calendar.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const calendarRule = pgTable(
  'calendar_rule',
  {
    code: text().$type<RuleCode>().notNull(),
    version: integer().notNull(),
    validFrom: day().notNull(),
    anchor: text().$type<CalendarRule['anchor']>().notNull(),
    unit: text().$type<CalendarRule['unit']>().notNull(),
    opens: integer().notNull(),
    closes: integer().notNull(),
    graceDays: integer(),
    legal: boolean().notNull(),
    source: text().notNull(),
    note: text().notNull(),
    madeBy: brandedId<PersonId>(),
    madeAt: instant().notNull(),
    position: integer().generatedAlwaysAsIdentity(),
  },
  (row) => [primaryKey({ columns: [row.code, row.version] })],
);

export const calendarMark = pgTable(
  'calendar_mark',
  {
    householdId: brandedId<HouseholdId>().notNull(),
    memberId: brandedId<MemberId>().notNull(),
    rule: text().$type<RuleCode>().notNull(),
    reference: day().notNull(),
    kind: text().$type<WindowMark['kind']>().notNull(),
    doneOn: day(),
    reason: text(),
    madeBy: brandedId<PersonId>().notNull(),
    madeAt: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.memberId, row.rule, row.reference] })],
);

export const calendarTask = pgTable('calendar_task', {
  taskId: brandedId<TaskId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  memberId: brandedId<MemberId>().notNull(),
  rule: text().$type<RuleCode>().notNull(),
  reference: day().notNull(),
});
