/** In a demo nothing is sent: what would have been is read in the app, by whom it is for. */
import { and, desc, eq, isNotNull, or } from 'drizzle-orm';
import type { PersonId } from '../../shared/ids.ts';
import type { World } from '../command.ts';
import { mailOf } from './postman.ts';
import { letter } from './table.ts';

/** Letters to this person, and to people without an account, newest first. */
export async function unsentLetters(world: World, origin: string, personId: PersonId) {
  const rows = await world.db.orm
    .select()
    .from(letter)
    .where(and(eq(letter.state, 'not_sent'), or(eq(letter.personId, personId), isNotNull(letter.address))))
    .orderBy(desc(letter.postedAt), desc(letter.id))
    .limit(50);
  const mails = await Promise.all(rows.map((row) => mailOf({ world, origin }, row)));
  return rows.flatMap(({ id, postedAt, address }, at) => {
    const mail = mails[at];
    if (!mail) return [];
    const { subject, text, attachments } = mail;
    return [
      { id, at: postedAt, to: address, subject, text, attachments: attachments.map(({ name }) => name) },
    ];
  });
}
