/** How a network begins: a link, printed at the first start, with which somebody makes the administrator's account. */
import { assert } from '../shared/assert.ts';
import type { World } from './command.ts';
import { inTransaction } from './db/connect.ts';
import { invitePerson } from './records/invitations/commands.ts';
import { invitationLink } from './records/invitations/link.ts';
import { anyAccount } from './records/people/queries.ts';

/** The e-mail the first account signs in with: whoever follows the link is shown it. */
const firstEmail = 'admin@trama.example';

/** The link, or null when somebody has an account. Earlier links work until one was used. */
export async function inviteFirstAdministrator(world: World, origin: string): Promise<string | null> {
  if (await anyAccount(world.db.orm)) return null;
  const invited = await inTransaction(world.db, (tx) =>
    invitePerson(
      { tx, now: world.now(), actor: null },
      {
        email: firstEmail,
        name: 'Amministrazione',
        function: 'admin',
        bodyId: null,
        title: '',
        screenLanguage: 'it',
      },
    ),
  );
  assert(invited.ok, 'without any account nothing stands against the first invitation');
  return invitationLink(origin, invited.value.token);
}
