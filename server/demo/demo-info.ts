/** What the sign-in page of a demo offers: read from the database, so a restart tells the same. */
import type { World } from '../command.ts';
import type { DemoInfo } from '../records/demo/routes.ts';
import { allHouseholds } from '../records/households/briefs.ts';
import { accounts } from '../records/people/queries.ts';
import { demoPassword } from './cast.ts';

/** Everybody has the same password. Households by code. */
export async function readDemoInfo({ db }: World): Promise<DemoInfo> {
  const people = await accounts(db.orm);
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
