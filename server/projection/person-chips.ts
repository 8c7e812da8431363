/**
 * Who is newly named by a chip in a plan or in minutes (X14). A chip that is cut and pasted, or moved with its block, is
 * made anew in Yjs: so how often somebody stands in the text is kept, and only one more than ever before is news.
 */
import * as Y from 'yjs';
import { instantOf } from '../../shared/dates.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { contentRoot } from '../../shared/documents/rich-text.ts';
import { type DocumentId, type HouseholdId, PersonId } from '../../shared/ids.ts';
import type { NotificationSubject } from '../../shared/records/notifications.ts';
import type { World } from '../command.ts';
import { inTransaction, type Reader } from '../db/connect.ts';
import { conferenceOfMinutes } from '../records/conferences/titles.ts';
import { moreChips } from '../records/notifications/chips.ts';
import { type Telling, tell } from '../records/notifications/tell.ts';
import { peopleOfClients } from '../sync/client-people.ts';

type Chip = { readonly personId: PersonId; readonly client: number; readonly name: string };

/** Chips already looked at in a document as it stands in memory. */
const seenIn = new WeakMap<Y.Doc, Set<string>>();

type Named = {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly householdId: HouseholdId;
  readonly doc: Y.Doc;
};

export async function projectPersonChips(world: World, named: Named): Promise<void> {
  const { documentId, householdId, doc } = named;
  const seen = seenIn.get(doc) ?? new Set();
  seenIn.set(doc, seen);
  const chips = personChips(doc);
  const fresh = chips.filter(({ name }) => !seen.has(name));
  if (fresh.length === 0) return;
  const counts = new Map<PersonId, number>();
  for (const { personId } of chips) counts.set(personId, (counts.get(personId) ?? 0) + 1);
  const now = world.now();
  const people = await inTransaction(world.db, async (tx) => {
    const subject = await subjectOf(tx, named);
    const more = await moreChips(tx, documentId, counts);
    if (subject === null || more.size === 0) return [];
    const writers = await peopleOfClients(
      tx,
      documentId,
      fresh.map(({ client }) => client),
    );
    const tellings = fresh.flatMap(({ personId, client }): Telling[] => {
      const actorId = writers.get(client);
      const count = more.get(personId);
      // What a seed or a restored version put there was written by nobody: nobody is called by it.
      if (actorId === undefined || count === undefined) return [];
      const once = `chip:${documentId}:${count}`;
      return [{ to: personId, householdId, subject, actorId, at: instantOf(now), once }];
    });
    return tell(tx, now, tellings);
  });
  for (const { name } of fresh) seen.add(name);
  if (people.length > 0) world.bus.publish({ kind: 'notified', personIds: people });
}

async function subjectOf(reader: Reader, { kind, documentId }: Named): Promise<NotificationSubject | null> {
  if (kind === 'care-plan') return { kind: 'mention-in-plan' };
  const conferenceId = await conferenceOfMinutes(reader, documentId);
  return conferenceId && { kind: 'mention-in-minutes', conferenceId };
}

function personChips(doc: Y.Doc): Chip[] {
  const found: Chip[] = [];
  const isChip = (node: unknown) => node instanceof Y.XmlElement && node.nodeName === 'chip';
  for (const node of doc.getXmlFragment(contentRoot).createTreeWalker(isChip)) {
    if (!(node instanceof Y.XmlElement) || node.getAttribute('kind') !== 'person') continue;
    const personId = PersonId.safeParse(node.getAttribute('ref'));
    const id = node._item?.id;
    if (personId.success && id)
      found.push({ personId: personId.data, client: id.client, name: `${id.client}:${id.clock}` });
  }
  return found;
}
