/** Making, changing and closing accounts. Whatever changes what a person may see steps their access epoch. */
import { eq, sql } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { AccountDraft, Person } from '../../../shared/records/people.ts';
import { append, type Occasion } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { openBody } from '../bodies/queries.ts';
import { hashPassword } from './password.ts';
import { account } from './queries.ts';
import { person } from './table.ts';

/** An account to be made, with its password; or with the password's hash, for a network loaded with one password. */
export type NewAccount = AccountDraft & { readonly id: PersonId } & (
    | { readonly password: string }
    | { readonly passwordHash: string }
  );

/**
 * Makes an account, as accepting an invitation, the first start and the demo network do. Refuses `already-exists` for
 * a taken e-mail and `invalid` for a body that is closed or unknown.
 */
export async function createAccount(occasion: Occasion, draft: NewAccount): Promise<Outcome<PersonId>> {
  const { tx, now } = occasion;
  if (draft.bodyId !== null && !(await openBody(tx, draft.bodyId))) return unknownBody;
  const passwordHash = 'passwordHash' in draft ? draft.passwordHash : await hashPassword(draft.password);
  const made = await tx
    .insert(person)
    .values({
      id: draft.id,
      email: draft.email.toLowerCase(),
      name: draft.name,
      function: draft.function,
      bodyId: draft.bodyId,
      title: draft.title,
      languages: draft.languages,
      screenLanguage: draft.screenLanguage,
      householdId: draft.householdId,
      passwordHash,
      active: true,
      accessEpoch: 0,
      createdAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning({ id: person.id });
  if (made.length === 0) return refuse('already-exists');
  await append(occasion, null, { kind: 'person.joined', personId: draft.id, function: draft.function });
  return ok(draft.id);
}

/** What isn't given stays. */
export type AccountChange = {
  readonly [Field in 'function' | 'bodyId' | 'title' | 'active']?:
    | (typeof person.$inferSelect)[Field]
    | undefined;
};

/**
 * Changes function, body or title, or closes and opens an account. Nobody closes their own account or gives up their
 * own administration: the last administrator would be gone by a slip. A family's account keeps its function.
 */
export async function changeAccount(
  context: CommandContext,
  personId: PersonId,
  change: AccountChange,
): Promise<Outcome<Person>> {
  const { tx, actor } = context;
  const [before] = await tx.select().from(person).where(eq(person.id, personId)).for('update');
  if (!before) return refuse('not-available');
  if (personId === actor.personId && (change.active === false || change.function !== undefined)) {
    return refuse('not-yours-to-do');
  }
  if (before.function === 'family' && (change.function !== undefined || change.bodyId)) {
    return refuse('wrong-state');
  }
  if (change.bodyId && !(await openBody(tx, change.bodyId))) return unknownBody;

  const fields = (['function', 'bodyId', 'title', 'active'] as const).filter(
    (field) => change[field] !== undefined && change[field] !== before[field],
  );
  if (fields.length > 0) {
    await tx
      .update(person)
      .set({ ...Object.fromEntries(fields.map((field) => [field, change[field]])), accessEpoch: nextEpoch })
      .where(eq(person.id, personId));
    const closed = fields.includes('active') && change.active === false;
    const others = fields.filter((field) => !(closed && field === 'active'));
    if (others.length > 0) await append(context, null, { kind: 'person.changed', personId, fields: others });
    if (closed) await append(context, null, { kind: 'person.closed', personId });
  }
  const after = await account(tx, personId);
  return after ? ok(after) : refuse('not-available');
}

/** Changes one's own screen language. It is nobody's business but theirs: no activity. */
export async function changeScreenLanguage(
  { tx, actor }: CommandContext,
  screenLanguage: ScreenLanguage,
): Promise<Outcome<Record<string, never>>> {
  await tx.update(person).set({ screenLanguage }).where(eq(person.id, actor.personId));
  return ok({});
}

/**
 * Steps the person's access epoch: whatever their open pages were about to write under the old authority is refused
 * once this transaction has committed.
 */
export async function stepAccessEpoch(tx: Tx, personId: PersonId): Promise<void> {
  await tx.update(person).set({ accessEpoch: nextEpoch }).where(eq(person.id, personId));
}

const nextEpoch = sql`${person.accessEpoch} + 1`;
const unknownBody = refuseField('bodyId', 'unknown', 'No open body has this id.');
