/** Working out anew what frozen minutes, their signatures and addenda are, and comparing it with what was kept. */
import { eq, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Verification } from '../../../shared/records/minutes.ts';
import type { Reader } from '../../db/connect.ts';
import { type ConferenceRow, conferenceRow } from '../conferences/facts.ts';
import type { ConferenceOf } from '../conferences/lock.ts';
import { hashOfMinutes, hashOfWords, openMinutes } from '../conferences/minutes.ts';
import { authorise } from '../households/authority.ts';
import { addendaOf, addendumSignatures, hashOfAddendum } from './addenda.ts';
import { sealOf } from './signing.ts';
import { minutesSignature } from './table.ts';

/**
 * Compares: the stored minutes with the frozen hash; the frozen hash with the one the log told when they were frozen;
 * each signature with its seal, the frozen hash and the log; each addendum with the one before it, from the frozen hash on.
 */
export async function verifyMinutes(
  reader: Reader,
  actor: Actor,
  { householdId, conferenceId }: ConferenceOf,
): Promise<Outcome<Verification>> {
  const allowed = await authorise(reader, actor, householdId, 'minutes.sign');
  if (!allowed.ok) return allowed;
  const row = await conferenceRow(reader, { householdId, conferenceId });
  if (row === null) return refuse('not-available');
  const { frozenHash, frozenHashOf } = row;
  if (frozenHash === null) {
    return ok({ frozenHash, computed: null, of: null, checks: [], holds: false });
  }
  const computed = await computedHash(reader, row);
  const logged = await hashesInLog(reader, row);
  const checks: Verification['checks'] = [
    { what: 'minutes', name: null, holds: computed === frozenHash },
    { what: 'log', name: null, holds: logged.frozen === frozenHash },
    ...(await checkSignatures(reader, row, logged.seals)),
    ...(await checkAddenda(reader, row, logged.addenda)),
  ];
  return ok({ frozenHash, computed, of: frozenHashOf, checks, holds: checks.every(({ holds }) => holds) });
}

async function computedHash(reader: Reader, { minutesId, frozenHashOf }: ConferenceRow): Promise<string> {
  if (frozenHashOf === 'bytes') return hashOfMinutes(reader, minutesId);
  const doc = await openMinutes(reader, minutesId);
  const hash = hashOfWords(doc);
  doc.destroy();
  return hash;
}

type Logged = {
  readonly frozen: string | null;
  readonly seals: ReadonlySet<string>;
  readonly addenda: ReadonlyMap<string, string>;
};

/** What the log, whose rows are chained, told of these minutes at the time. */
async function hashesInLog(reader: Reader, { id, householdId }: ConferenceRow): Promise<Logged> {
  const rows = await reader.execute<{ kind: string; hash: string; about: string | null }>(sql`
    select event ->> 'kind' as kind, coalesce(event ->> 'hash', event ->> 'seal') as hash, event ->> 'addendumId' as about
    from activity
    where household_id = ${householdId} and event ->> 'conferenceId' = ${id}
      and kind in ('conference.frozen', 'minutes.signed', 'minutes.added-to')
    order by seq`);
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    frozen: of('conference.frozen').at(-1)?.hash ?? null,
    seals: new Set(of('minutes.signed').map(({ hash }) => hash)),
    addenda: new Map(of('minutes.added-to').map(({ about, hash }) => [about ?? '', hash])),
  };
}

async function checkSignatures(
  reader: Reader,
  { id, frozenHash }: ConferenceRow,
  seals: ReadonlySet<string>,
): Promise<Verification['checks']> {
  const rows = await reader
    .select()
    .from(minutesSignature)
    .where(eq(minutesSignature.conferenceId, id))
    .orderBy(minutesSignature.signedAt);
  const found = new Set(rows.map(({ seal }) => seal));
  const missing = [...seals].filter((seal) => !found.has(seal));
  return [
    ...rows.map((row) => ({
      what: 'signature' as const,
      name: row.name,
      holds: row.hash === frozenHash && sealOf(row) === row.seal && seals.has(row.seal),
    })),
    ...missing.map(() => ({ what: 'signature' as const, name: null, holds: false })),
  ];
}

async function checkAddenda(
  reader: Reader,
  { id, frozenHash }: ConferenceRow,
  logged: ReadonlyMap<string, string>,
): Promise<Verification['checks']> {
  const rows = await addendaOf(reader, id);
  const signatures = await addendumSignatures(
    reader,
    rows.map((row) => row.id),
  );
  let previous = frozenHash;
  const checks: Verification['checks'] = rows.map((row) => {
    const holds =
      row.previousHash === previous && hashOfAddendum(row) === row.hash && logged.get(row.id) === row.hash;
    previous = row.hash;
    return { what: 'addendum', name: row.name, holds };
  });
  const lost = [...logged.keys()].filter((logId) => !rows.some((row) => row.id === logId));
  const hashById = new Map(rows.map((row) => [row.id, row.hash]));
  return [
    ...checks,
    ...lost.map(() => ({ what: 'addendum' as const, name: null, holds: false })),
    ...signatures.map(({ addendumId, name, hash }) => ({
      what: 'addendum-signature' as const,
      name,
      holds: hashById.get(addendumId) === hash,
    })),
  ];
}
