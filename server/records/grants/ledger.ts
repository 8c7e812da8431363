/**
 * The ledger of a household and a programme (C7): its cap is the programme's until the regia states less, and whoever
 * changes a sum holds its row.
 */
import { and, eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, ProgrammeId } from '../../../shared/ids.ts';
import { type Outcome, ok, type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import { type Ledger, mostCents, noProgramme } from '../../../shared/records/grants.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { isEnrolledIn } from '../enrolments/queries.ts';
import { authorise } from '../households/authority.ts';
import { programmeOf } from '../programmes/queries.ts';
import { presentLedger } from './queries.ts';
import { grantLedger, type LedgerRow } from './table.ts';

/**
 * The regia states the cap, or changes it: never below what is asked, approved or spent (`overdrawn`), nor above what
 * the programme grants one household (C7).
 */
export async function stateCap(
  context: CommandContext,
  given: {
    householdId: HouseholdId;
    programmeId: ProgrammeId | null;
    capCents: number;
    version: number | null;
  },
): Promise<Outcome<Ledger>> {
  const { tx, actor, now } = context;
  const { householdId, programmeId, capCents, version } = given;
  const allowed = await authorise(tx, actor, householdId, 'grant.decide');
  if (!allowed.ok) return allowed;
  const stated = { capCents, statedBy: actor.personId, statedAt: instantOf(now) };
  const key = { householdId, programmeId: programmeId ?? noProgramme };
  const before = await lockLedger(tx, key);
  if (before === null) {
    const outside = await refuseOutside(tx, householdId, programmeId, dayOf(now));
    if (outside !== null) return outside;
  }
  const most = programmeId && (await grantCapOf(tx, programmeId));
  if (most !== null && capCents > most) {
    return refuseField('capCents', 'above-programme', 'The programme grants one household less.');
  }
  if (before === null) {
    const [made] = await tx
      .insert(grantLedger)
      .values({ ...key, ...stated })
      .onConflictDoNothing()
      .returning();
    if (made === undefined || version !== null) return refuse('changed-meanwhile');
    await append(context, householdId, { kind: 'grant.cap-stated', programmeId });
    return ok(await presentLedger(tx, made));
  }
  if (before.version !== version) return refuse('changed-meanwhile');
  if (capCents < before.heldCents) return refuse('overdrawn');
  const [after] = await tx
    .update(grantLedger)
    .set({ ...stated, version: sql`${grantLedger.version} + 1` })
    .where(inLedger(key))
    .returning();
  assert(after, 'a locked ledger is still there');
  await append(context, householdId, { kind: 'grant.cap-stated', programmeId });
  return ok(await presentLedger(tx, after));
}

/** Grants of a programme are for households that are in it that day; those of no programme are the network’s own. */
export async function refuseOutside(
  tx: Tx,
  householdId: HouseholdId,
  programmeId: ProgrammeId | null,
  on: Day,
): Promise<Refusal | null> {
  if (programmeId === null || (await isEnrolledIn(tx, householdId, programmeId, on))) return null;
  return refuseField('programmeId', 'not-enrolled', 'The family isn’t in this programme today.');
}

/** The most a programme grants one household; nothing for a programme that isn’t there. */
const grantCapOf = async (tx: Tx, programmeId: ProgrammeId): Promise<number> =>
  Math.min((await programmeOf(tx, programmeId))?.grantCapCents ?? 0, mostCents);

/** Until the regia states less, a household may be granted what its programme grants. Null where that is nothing. */
export async function beginLedger(
  { tx, now }: CommandContext,
  householdId: HouseholdId,
  programmeId: ProgrammeId,
): Promise<LedgerRow | null> {
  const capCents = await grantCapOf(tx, programmeId);
  if (capCents === 0) return null;
  await tx
    .insert(grantLedger)
    .values({ householdId, programmeId, capCents, statedBy: null, statedAt: instantOf(now) })
    .onConflictDoNothing();
  return lockLedger(tx, { householdId, programmeId });
}

type LedgerKey = Pick<LedgerRow, 'householdId' | 'programmeId'>;

const inLedger = ({ householdId, programmeId }: LedgerKey) =>
  and(eq(grantLedger.householdId, householdId), eq(grantLedger.programmeId, programmeId));

/** The ledger, held until the end: whoever changes a sum of it comes after. */
export async function lockLedger(tx: Tx, key: LedgerKey): Promise<LedgerRow | null> {
  const [row] = await tx.select().from(grantLedger).where(inLedger(key)).for('update');
  return row ?? null;
}
