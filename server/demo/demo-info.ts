/** What the sign-in page of a demo offers: read from the database, so a restart tells the same. */
import type { World } from '../command.ts';
import type { DemoInfo } from '../records/demo/routes.ts';
import { allHouseholds } from '../records/households/briefs.ts';
import { accountsByEmail } from '../records/people/queries.ts';
import { demoPassword } from './cast.ts';
import { readPeople } from './network-files.ts';

/**
 * Everybody has the same password. Households by code. Of a generated network the demo's own people, who are in it too:
 * nobody picks one of thousands of colleagues from a list.
 */
export async function readDemoInfo({ db }: World): Promise<DemoInfo> {
  const own = await readPeople();
  const people = await accountsByEmail(
    db.orm,
    own.map(({ email }) => email),
  );
  return {
    accounts: people
      .filter(({ active }) => active)
      .map(({ email, function: itsFunction, name, body }) => ({
        email,
        password: demoPassword,
        function: itsFunction,
        name,
        body: body?.name ?? null,
      })),
    households: (await allHouseholds(db.orm)).map(({ id, code }) => ({ id, code })),
  };
}
