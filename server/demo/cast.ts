/** The bodies and people of the demo network: who can act in the stories, and under which id. */
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import { BodyId, newId, PersonId, ProgrammeId } from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { AccountDraft } from '../../shared/records/people.ts';
import type { World } from '../command.ts';
import { inTransaction, type Tx } from '../db/connect.ts';
import { addBody } from '../records/bodies/commands.ts';
import { createAccount } from '../records/people/commands.ts';
import { hashPassword } from '../records/people/password.ts';
import type { NetworkFiles } from './network-files.ts';

/** Everybody's password in the demo: the sign-in page offers the accounts with it. */
export const demoPassword = 'trama-demo-torino';

export type Cast = {
  readonly people: NetworkFiles['people'];
  readonly passwordHash: string;
  /** Throw on a key that no file has. */
  person(key: string): PersonId;
  body(key: string): BodyId;
  programme(key: string): ProgrammeId;
  nameOf(personKey: string): string;
  actor(key: string): Actor;
};

/** Gives everybody an id and makes the bodies and the workers' accounts. Families' accounts come with their household. */
export async function makeCast(world: World, files: NetworkFiles): Promise<Cast> {
  const bodyIds = new Map(files.bodies.map(({ key }) => [key, newId(BodyId)]));
  const people = new Map(files.people.map((file) => [file.key, { ...file, id: newId(PersonId) }]));
  const programmeIds = new Map(files.programmes.map(({ key }) => [key, newId(ProgrammeId)]));
  const found = <T>(map: ReadonlyMap<string, T>, key: string): T => {
    const value = map.get(key);
    assert(value, `the demo's files name ${key}`);
    return value;
  };
  const cast: Cast = {
    people: files.people,
    passwordHash: await hashPassword(demoPassword),
    person: (key) => found(people, key).id,
    body: (key) => found(bodyIds, key),
    programme: (key) => found(programmeIds, key),
    nameOf: (key) => found(people, key).name,
    actor(key) {
      const { id, function: itsFunction, body } = found(people, key);
      const bodyId = body === null ? null : found(bodyIds, body);
      return { personId: id, function: itsFunction, bodyId, householdId: null };
    },
  };
  await inTransaction(world.db, async (tx) => {
    const occasion = { tx, now: world.now(), actor: null };
    for (const { key, contacts, ...body } of files.bodies) {
      mustHold(key, await addBody(occasion, { ...body, ...contacts, id: cast.body(key) }));
    }
    for (const file of files.people) {
      if (file.function !== 'family') await makeAccount(tx, world.now(), cast, file.key, null);
    }
  });
  return cast;
}

/** Makes the account of one person of the files. */
export async function makeAccount(
  tx: Tx,
  now: Date,
  cast: Cast,
  key: string,
  householdId: AccountDraft['householdId'],
): Promise<void> {
  const file = cast.people.find((person) => person.key === key);
  assert(file, `the demo's files name ${key}`);
  const { name, email, function: itsFunction, title, languages, screenLanguage } = file;
  const draft: AccountDraft = {
    name,
    email,
    function: itsFunction,
    bodyId: file.body === null ? null : cast.body(file.body),
    title,
    languages,
    screenLanguage,
    householdId,
  };
  const account = { ...draft, id: cast.person(key), passwordHash: cast.passwordHash };
  mustHold(key, await createAccount({ tx, now, actor: null }, account));
}

/** The demo's story is sound, so a refusal is a mistake of the files or of the loader. */
export function mustHold<T>(what: string, outcome: Outcome<T>): T {
  assert(outcome.ok, `${what} is accepted: ${JSON.stringify(outcome)}`);
  return outcome.value;
}
