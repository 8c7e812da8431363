/** What is added to frozen minutes: signed, in order, each holding the hash of what came before. The minutes stay. */
import { asc, desc, eq, inArray } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { AddendumId, ConferenceId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { type ConferenceOf, lockSeen } from '../conferences/lock.ts';
import { sha256 } from '../conferences/minutes.ts';
import { personBriefs } from '../people/queries.ts';
import { mayAdd } from './allowed.ts';
import { attendeesOf } from './attendance.ts';
import { accountsOf } from './signing.ts';
import { type AddendumRow, minutesAddendum, minutesAddendumSignature } from './table.ts';

type Done = Outcome<Record<string, never>>;

/** The link of the chain: SHA-256 over what came before, the text, who wrote it, in which language and when. */
export const hashOfAddendum = (
  row: Pick<
    AddendumRow,
    'previousHash' | 'text' | 'authorId' | 'name' | 'function' | 'body' | 'language' | 'at'
  >,
): string => {
  const { previousHash, text, authorId, name, function: its, body, language, at } = row;
  return sha256(JSON.stringify([previousHash, text, authorId, name, its, body, language, at]));
};

/** Whoever was there adds, and whoever writes minutes. The same id again is the same addendum. */
export async function addToMinutes(
  context: CommandContext,
  { id, language, text, ...of }: ConferenceOf & { id: AddendumId; language: ContentLanguage; text: string },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId } = of;
  const held = await lockAdding(context, of);
  if (!held.ok) return held;
  const earlier = await addendaOf(tx, conferenceId);
  if (earlier.some((each) => each.id === id)) return ok({});
  const [last] = await tx
    .select()
    .from(minutesAddendum)
    .where(eq(minutesAddendum.conferenceId, conferenceId))
    .orderBy(desc(minutesAddendum.number))
    .limit(1);
  const previousHash = last?.hash ?? held.value.frozenHash;
  assert(previousHash !== null, 'frozen minutes have a hash');
  const unhashed = {
    previousHash,
    text,
    authorId: actor.personId,
    ...(await signer(tx, context)),
    language,
    at: instantOf(now),
  };
  const hash = hashOfAddendum(unhashed);
  const [made] = await tx
    .insert(minutesAddendum)
    .values({ id, conferenceId, number: (last?.number ?? 0) + 1, ...unhashed, hash })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('already-exists');
  await append(context, householdId, { kind: 'minutes.added-to', conferenceId, addendumId: id, hash });
  return ok({});
}

/** Somebody else signs an addendum as it was read. Signing twice is one signature. */
export async function signAddendum(
  context: CommandContext,
  { addendumId, hash, ...of }: ConferenceOf & { addendumId: AddendumId; hash: string },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId } = of;
  const held = await lockAdding(context, of);
  if (!held.ok) return held;
  const addendum = (await addendaOf(tx, conferenceId)).find(({ id }) => id === addendumId);
  if (addendum === undefined) return refuse('not-available');
  if (addendum.authorId === actor.personId) return refuse('someone-else-decides');
  if (addendum.hash !== hash) return refuse('changed-meanwhile');
  const made = await tx
    .insert(minutesAddendumSignature)
    .values({
      addendumId,
      personId: actor.personId,
      ...(await signer(tx, context)),
      at: instantOf(now),
      hash,
    })
    .onConflictDoNothing()
    .returning();
  if (made.length > 0) {
    await append(context, householdId, { kind: 'minutes.addendum-signed', conferenceId, addendumId });
  }
  return ok({});
}

/** Name, function and body as they are at this moment. */
async function signer(tx: Tx, { actor }: CommandContext) {
  const brief = (await personBriefs(tx, [actor.personId])).get(actor.personId);
  assert(brief, 'whoever acts is a person');
  return { name: brief.name, function: brief.function, body: brief.body?.name ?? null };
}

async function lockAdding(context: CommandContext, of: ConferenceOf) {
  const seen = await lockSeen(context, of, 'minutes.sign');
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  const attendees = await attendeesOf(context.tx, of.conferenceId);
  const accounts = await accountsOf(context.tx, of.householdId);
  const may = mayAdd(context.actor, relation, attendees, accounts);
  if (!may) return refuse(relation.family ? 'not-available' : 'not-yours-to-do');
  return row.status === 'frozen' ? ok(row) : refuse('wrong-state');
}

export const addendaOf = (reader: Reader, conferenceId: ConferenceId): Promise<AddendumRow[]> =>
  reader
    .select()
    .from(minutesAddendum)
    .where(eq(minutesAddendum.conferenceId, conferenceId))
    .orderBy(asc(minutesAddendum.number));

export const addendumSignatures = (reader: Reader, ids: readonly AddendumId[]) =>
  reader
    .select()
    .from(minutesAddendumSignature)
    .where(inArray(minutesAddendumSignature.addendumId, [...ids]))
    .orderBy(asc(minutesAddendumSignature.at));
