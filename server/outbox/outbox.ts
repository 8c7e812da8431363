/**
 * Mail that is due. A letter is posted in the transaction that makes it due, so it exists exactly when what it tells has
 * happened; the postman (postman.ts) sends it after the commit. No letter holds case content: a household's code at most.
 */
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { newId, type PersonId } from '../../shared/ids.ts';
import type { ScreenLanguage } from '../../shared/languages.ts';
import type { Tx } from '../db/connect.ts';
import { type DataOf, type TemplateName, templates } from '../mail/templates.ts';
import { letter } from './table.ts';

/** A file of text that goes with a letter. A calendar's `type` names its method: `text/calendar; method=REQUEST`. */
export type Attachment = { readonly name: string; readonly type: string; readonly content: string };

/** Who it goes to: an account, in its screen's language and only while it is open; or an address, in a language. */
export type Recipient =
  | { readonly personId: PersonId }
  | { readonly address: string; readonly language: ScreenLanguage };

export type Letter = {
  [T in TemplateName]: {
    readonly to: Recipient;
    readonly template: T;
    /** Ids, codes, moments and links; it may not hold names of a family, titles or words somebody wrote. */
    readonly data: DataOf<T>;
    readonly attachments?: readonly Attachment[];
    /** Posting again under the same name is no second letter: `conference:<id>:<version>:<person>`. */
    readonly once?: string;
  };
}[TemplateName];

const LetterId = z.uuid();

/** Posts a letter in this transaction. Throws when `data` isn't what its template takes. */
export async function post(tx: Tx, { to, template, data, attachments = [], once }: Letter): Promise<void> {
  await tx
    .insert(letter)
    .values({
      id: newId(LetterId),
      once: once ?? null,
      ...('personId' in to ? { personId: to.personId } : { address: to.address, language: to.language }),
      template,
      data: templates[template].data.parse(data),
      attachments,
      postedAt: sql`now()`,
      dueAt: sql`now()`,
    })
    .onConflictDoNothing({ target: letter.once });
}
