/** B13: the copy in plain words, and what people say about the text beside it. */

import { instantOf } from '../../../shared/dates.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Pact } from '../../../shared/records/pacts.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { holdPact, type PactOf, present } from './lock.ts';
import { mayRemark, mayWriteCopy } from './queries.ts';
import { liveAnswers } from './signing.ts';
import { pactCopy, pactRemark } from './table.ts';

/** Tutor, regia, case manager or mediator write it, as long as nobody has answered what it says. */
export async function writeCopy(
  context: CommandContext,
  { language, text, ...of }: PactOf & { language: ContentLanguage; text: string },
): Promise<Outcome<Pact>> {
  const { tx, actor, now } = context;
  const held = await holdPact(context, of, 'pact.see');
  if (!held.ok) return held;
  const { row, relation } = held.value;
  if (!mayWriteCopy(actor, relation, row)) return refuse('not-yours-to-do');
  const isOpen = row.status === 'draft' || row.status === 'proposed';
  if (!isOpen || (await liveAnswers(tx, row)).length > 0) return refuse('wrong-state');
  const written = { text, writtenBy: actor.personId, writtenAt: instantOf(now) };
  await tx
    .insert(pactCopy)
    .values({ pactId: of.pactId, language, ...written })
    .onConflictDoUpdate({ target: [pactCopy.pactId, pactCopy.language], set: written });
  await append(context, of.householdId, { kind: 'pact.copy-written', pactId: of.pactId, language });
  return present(context, row, relation);
}

/** The family, a mediator or a party says something about the text. The same id again is the same remark. */
export async function remarkOnPact(
  context: CommandContext,
  remark: PactOf & { id: string; language: ContentLanguage; quote: string | null; text: string },
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  const { householdId, pactId, id, language, quote, text } = remark;
  const held = await holdPact(context, remark, 'pact.see');
  if (!held.ok) return held;
  const { row, relation } = held.value;
  if (!mayRemark(actor, relation, row)) return refuse('not-yours-to-do');
  if (row.status === 'ended') return refuse('wrong-state');
  const made = await tx
    .insert(pactRemark)
    .values({ id, pactId, personId: actor.personId, language, quote, text, writtenAt: instantOf(now) })
    .onConflictDoNothing()
    .returning();
  if (made.length > 0) await append(context, householdId, { kind: 'pact.remarked', pactId });
  return ok({});
}
