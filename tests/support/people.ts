/** Builders of what almost every server test needs: bodies and people with an account. Names never matter; pass what does. */
import { randomUUID } from 'node:crypto';
import { append, type Occasion } from '../../server/activity/log.ts';
import { createLocalBus } from '../../server/bus/bus.ts';
import type { World } from '../../server/command.ts';
import { type Database, inTransaction } from '../../server/db/connect.ts';
import { addBody } from '../../server/records/bodies/commands.ts';
import { createAccount } from '../../server/records/people/commands.ts';
import { hashPassword } from '../../server/records/people/password.ts';
import type { Actor } from '../../shared/access.ts';
import type { ActivityEvent } from '../../shared/activity.ts';
import { assert } from '../../shared/assert.ts';
import { type BodyId, type HouseholdId, newId, PersonId } from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { Body, BodyDraft } from '../../shared/records/bodies.ts';
import type { AccountDraft } from '../../shared/records/people.ts';

/** The password of everybody a builder makes. */
export const password = 'parola-di-prova-lunga';
let hashed: Promise<string> | undefined;

/** A world on this database, with a bus of its own and the real time. */
export const worldOn = (db: Database): World => ({ db, bus: createLocalBus(), now: () => new Date() });

export type MadePerson = { readonly id: PersonId; readonly email: string; readonly actor: Actor };

/** An account that can sign in with `password`: a social worker without a body unless told otherwise. */
export async function makePerson(world: World, given: Partial<AccountDraft> = {}): Promise<MadePerson> {
  const id = newId(PersonId);
  hashed ??= hashPassword(password);
  const draft: AccountDraft = {
    name: 'Anna Ferraro',
    email: `persona-${randomUUID()}@example.org`,
    function: 'social',
    bodyId: null,
    title: 'assistente sociale',
    languages: ['it'],
    screenLanguage: 'it',
    householdId: null,
    ...given,
  };
  const passwordHash = await hashed;
  await must(asRule(world, (occasion) => createAccount(occasion, { ...draft, id, passwordHash })));
  const { function: itsFunction, bodyId, householdId } = draft;
  return { id, email: draft.email, actor: { personId: id, function: itsFunction, bodyId, householdId } };
}

/** A body: a public social service unless told otherwise. */
export async function makeBody(
  world: World,
  given: Partial<BodyDraft> & { id?: BodyId } = {},
): Promise<Body> {
  const draft: BodyDraft & { id?: BodyId } = {
    name: 'Servizio sociale Nord',
    kind: 'social_service',
    sector: 'social',
    public: true,
    district: 6,
    area: 'Barriera di Milano',
    languages: ['it'],
    resources: [],
    description: '',
    email: null,
    phone: null,
    hours: null,
    ...given,
  };
  return must(asRule(world, (occasion) => addBody(occasion, draft)));
}

/** Appends one event in a transaction of its own, as a command would. */
export const happen = (
  world: World,
  event: ActivityEvent,
  { householdId = null, by = null }: { householdId?: HouseholdId | null; by?: PersonId | null } = {},
): Promise<void> =>
  inTransaction(world.db, (tx) =>
    append({ tx, now: world.now(), actor: by && { personId: by } }, householdId, event),
  ).then(() => world.bus.publish({ kind: 'activity' }));

/** Runs a command without an actor, as the server's own rules and loaders do. */
export async function asRule<T>(world: World, work: (occasion: Occasion) => Promise<T>): Promise<T> {
  const result = await inTransaction(world.db, (tx) => work({ tx, now: world.now(), actor: null }));
  world.bus.publish({ kind: 'activity' });
  return result;
}

/** The value of an outcome that a test takes for granted. */
export async function must<T>(outcome: Outcome<T> | Promise<Outcome<T>>): Promise<T> {
  const result = await outcome;
  assert(result.ok, `the set-up succeeds: ${JSON.stringify(result)}`);
  return result.value;
}
