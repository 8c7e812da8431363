/** Who is called, answered or told the outcome of a suggestion in the plan's annotations (X14). */
import type * as Y from 'yjs';
import { readThreads, type Thread } from '../../shared/documents/annotations.ts';
import type { HouseholdId } from '../../shared/ids.ts';
import type { World } from '../command.ts';
import { inTransaction } from '../db/connect.ts';
import { type Telling, tell } from '../records/notifications/tell.ts';

/** What was told of a document as it stands in memory: it needn't be looked up at each keystroke. */
const toldOf = new WeakMap<Y.Doc, Set<string>>();

/** Tells what is new. Twice, or on two nodes, does no harm: each person is told each thing once. */
export async function projectThreads(
  world: World,
  { householdId, doc }: { readonly householdId: HouseholdId; readonly doc: Y.Doc },
): Promise<void> {
  const told = toldOf.get(doc) ?? new Set();
  toldOf.set(doc, told);
  const nameOf = ({ to, once }: Telling) => `${to} ${once}`;
  const fresh = [...readThreads(doc)]
    .flatMap(([key, thread]) => tellingsOf(householdId, key, thread))
    .filter((telling) => !told.has(nameOf(telling)));
  if (fresh.length === 0) return;
  const people = await inTransaction(world.db, (tx) => tell(tx, world.now(), fresh));
  for (const telling of fresh) told.add(nameOf(telling));
  if (people.length > 0) world.bus.publish({ kind: 'notified', personIds: people });
}

/** A reply is told apart by who wrote it and when: its place among the others moves when two come at once. */
function tellingsOf(householdId: HouseholdId, threadKey: string, thread: Thread): Telling[] {
  const { author, createdAt, mentions = [], replies, outcome } = thread;
  const found: Telling[] = mentions.map((to) => ({
    to,
    householdId,
    subject: { kind: 'mention-in-thread', threadKey },
    actorId: author,
    at: createdAt,
    once: `mention:${threadKey}`,
  }));
  const taken = new Set([author]);
  for (const reply of replies) {
    const common = { householdId, actorId: reply.author, at: reply.createdAt };
    const called = new Set(reply.mentions ?? []);
    const name = `${threadKey}:${reply.author}:${reply.createdAt}`;
    for (const to of called) {
      found.push({
        ...common,
        to,
        subject: { kind: 'mention-in-thread', threadKey },
        once: `mention:${name}`,
      });
    }
    for (const to of taken) {
      if (called.has(to)) continue;
      found.push({ ...common, to, subject: { kind: 'reply', threadKey }, once: `reply:${name}` });
    }
    taken.add(reply.author);
  }
  if (outcome) {
    found.push({
      to: author,
      householdId,
      subject: { kind: `suggestion-${outcome.outcome}`, threadKey },
      actorId: outcome.by,
      at: outcome.at,
      once: `suggestion:${threadKey}:${outcome.at}`,
    });
  }
  return found;
}
