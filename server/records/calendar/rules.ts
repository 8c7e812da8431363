/** The rules of the calendar: read by everybody, given a new version by coordination and administration. */
import { asc, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, instantOf } from '../../../shared/dates.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { CalendarRule, RuleCode, RuleTerms } from '../../../shared/records/calendar.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { calendarRule } from './table.ts';

const columns = {
  code: calendarRule.code,
  version: calendarRule.version,
  validFrom: calendarRule.validFrom,
  anchor: calendarRule.anchor,
  unit: calendarRule.unit,
  opens: calendarRule.opens,
  closes: calendarRule.closes,
  graceDays: calendarRule.graceDays,
  legal: calendarRule.legal,
  source: calendarRule.source,
  note: calendarRule.note,
  madeAt: calendarRule.madeAt,
};

/** Every version of every rule: rules in the order of the thousand days, versions in theirs. */
export async function readRules(reader: Reader): Promise<CalendarRule[]> {
  const rows = await reader.select(columns).from(calendarRule).orderBy(asc(calendarRule.position));
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return [...byCode.values()].flatMap((versions) => versions.sort((a, b) => a.version - b.version));
}

/**
 * Adds the next version. It holds from its day on, which lies after the day of the version before: what was counted
 * from earlier days is never changed. `changed-meanwhile` when somebody added one first.
 */
export async function addRuleVersion(
  context: CommandContext,
  { code, after, validFrom, ...terms }: RuleTerms & { code: RuleCode; after: number; validFrom: Day },
): Promise<Outcome<CalendarRule>> {
  const { tx, actor, now } = context;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('calendar_rule'), hashtext(${code}))`);
  const newest = (await readRules(tx)).filter((rule) => rule.code === code).at(-1);
  if (newest === undefined) return refuse('not-available');
  if (newest.version !== after) return refuse('changed-meanwhile');
  if (terms.closes < terms.opens) {
    return refuseField('closes', 'before-opening', 'It closes before it opens.');
  }
  if (validFrom <= newest.validFrom) {
    return refuseField('validFrom', 'not-after', 'The version before holds from a later day.');
  }
  const [made] = await tx
    .insert(calendarRule)
    .values({
      ...terms,
      code,
      validFrom,
      version: newest.version + 1,
      anchor: newest.anchor,
      madeBy: actor.personId,
      madeAt: instantOf(now),
    })
    .returning(columns);
  assert(made, 'an insert returns its row');
  await append(context, null, {
    kind: 'calendar.rule-changed',
    rule: code,
    version: made.version,
    validFrom,
  });
  return ok(made);
}
