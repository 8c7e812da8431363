/**
 * Partition histories: three nodes on one log, eight pages. The bus loses, doubles, delays and reorders, or is off;
 * sockets are slow and break; commits' answers get lost; nodes crash. While it lasts, nobody may be shown or promised
 * what isn't stored. When it is over, all replicas must be equal within five seconds, and equal to what is stored.
 */
import * as Y from 'yjs';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { createUntidied } from '../../shared/documents/untidied.ts';
import { type DocumentId, newId, PersonId } from '../../shared/ids.ts';
import { installClock, type VirtualClock } from '../support/faults-clock.ts';
import { openRoots, shownBy } from '../support/faults-documents.ts';
import { editAtRandom } from '../support/faults-edits.ts';
import { type Ground, groundInMemory } from '../support/faults-ground.ts';
import { forgetfulLog, type Stored } from '../support/faults-log.ts';
import { createNodes, type Nodes } from '../support/faults-nodes.ts';
import { createFaultyPage, type FaultyPage } from '../support/faults-page.ts';
import type { Random } from '../support/faults-random.ts';
import type { Proof, Round } from './proof.ts';

const nodes = 3;
const pages = 8;
const healWithinMs = 5_000;

const historiesOn = (
  { name, promise, rounds }: Pick<Proof, 'name' | 'promise' | 'rounds'>,
  layGround: (random: Random) => Ground,
): Proof => ({
  name,
  promise,
  rounds,
  open: async () => ({
    async round(random) {
      await null; // whoever runs us sets its own timers before the clock stands still
      const clock = installClock();
      try {
        return await play(clock, random, layGround(random));
      } finally {
        clock.uninstall();
      }
    },
    close: async () => undefined,
  }),
});

export const histories = historiesOn(
  {
    name: 'histories',
    promise: 'ten thousand partition histories of three nodes and eight pages: all replicas equal in 5 s',
    rounds: 10_000,
  },
  groundInMemory,
);

/** The negative control: a log that answers for what it doesn't store. The histories must find it out. */
export const historiesOnForgetfulLog = historiesOn(
  { name: 'histories-control', promise: 'a log that forgets is found out', rounds: 2 },
  (random) => groundInMemory(random, forgetfulLog),
);

async function play(clock: VirtualClock, random: Random, ground: Ground): Promise<Round> {
  const { stored, documentId, kind, people } = ground;
  const findings: string[] = [];
  const world = createNodes({ clock, random, ground, many: nodes });
  const all = Array.from({ length: pages }, (_, index) =>
    openPage(index, people[index % people.length] ?? newId(PersonId)),
  );

  function openPage(index: number, personId: PersonId): FaultyPage {
    const doc = openRoots(createUntidied(), kind);
    doc.clientID = random.below(2 ** 32);
    return createFaultyPage(doc, {
      clock,
      random: random.fork(`page ${index}`),
      weather: world.weather.sockets,
      lead: () => world.lead(personId),
      shown(update) {
        for (const [client, upTo] of Y.parseUpdateMeta(update).to) {
          if ((stored.clocks.get(client) ?? 0) < upTo)
            findings.push(`page ${index} was shown what isn't stored`);
        }
      },
      saved(own) {
        if ((stored.clocks.get(doc.clientID) ?? 0) < own)
          findings.push(`page ${index} was promised what isn't stored`);
      },
      refused: (code, reason) => findings.push(`page ${index} was refused: ${code} ${reason}`),
    });
  }

  for (const page of all) page.connect();
  await clock.advance(500);
  const edits = await badDay(clock, random, world, all);
  world.heal();
  const healMs = await heal(clock, stored, documentId, kind, all);
  if (healMs > healWithinMs)
    findings.push(describeDifference(await storedDoc(stored, documentId, kind), all, kind));
  world.close();
  for (const { doc } of all) doc.destroy();
  return {
    counts: { histories: 1, edits, crashes: world.crashes() },
    worst: { healMs },
    findings: [...new Set(findings)],
  };
}

/** Somewhere between thirty and a hundred and twenty things happen, good and bad, over a few seconds. */
async function badDay(
  clock: VirtualClock,
  random: Random,
  world: Nodes,
  all: readonly FaultyPage[],
): Promise<number> {
  let edits = 0;
  const { bus, log, sockets } = world.weather;
  const turnBad = (): void => {
    bus.lost = random.chance(0.3) ? 1 : random.next() * 0.5;
    bus.doubled = random.next() * 0.3;
    bus.mostDelayMs = random.below(1_500);
    log.mostDelayMs = random.below(60);
    log.failing = random.chance(0.3) ? random.next() * 0.2 : 0;
    sockets.mostDelayMs = random.below(150);
  };
  turnBad();
  for (let left = random.between(30, 120); left > 0; left--) {
    const chance = random.next();
    if (chance < 0.75) {
      edits++;
      const { doc } = random.pick(all);
      editAtRandom(doc, world.kind, random);
    } else if (chance < 0.87) random.pick(all).cut();
    else if (chance < 0.91) world.cutOffBus();
    else if (chance < 0.95) world.joinBus();
    else if (chance < 0.965) world.crash();
    else turnBad();
    await clock.advance(random.below(120));
  }
  return edits;
}

/** How long it took until all were equal; more than allowed when they still aren't. */
async function heal(
  clock: VirtualClock,
  stored: Stored,
  documentId: DocumentId,
  kind: DocumentKind,
  all: readonly FaultyPage[],
): Promise<number> {
  const began = clock.now();
  while (clock.now() - began <= healWithinMs) {
    if (all.every((page) => page.isSaved())) {
      const whole = await storedDoc(stored, documentId, kind);
      const wanted = shownBy(whole, kind);
      if (all.every(({ doc }) => isEqual(doc, whole) && shownBy(doc, kind) === wanted))
        return clock.now() - began;
    }
    await clock.advance(100);
  }
  return clock.now() - began;
}

async function storedDoc({ log }: Stored, documentId: DocumentId, kind: DocumentKind): Promise<Y.Doc> {
  const doc = openRoots(createUntidied(), kind);
  for (const update of (await log.load(documentId))?.updates ?? []) Y.applyUpdate(doc, update);
  return doc;
}

/** The same structs, the same deletions, and nothing waits for more. */
const isEqual = (one: Y.Doc, other: Y.Doc): boolean =>
  one.store.pendingStructs === null &&
  one.store.pendingDs === null &&
  Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));

function describeDifference(whole: Y.Doc, all: readonly FaultyPage[], kind: DocumentKind): string {
  const wanted = shownBy(whole, kind);
  const states = all.map((page, index) => {
    const same = shownBy(page.doc, kind) === wanted && isEqual(page.doc, whole);
    return `${index} ${same ? 'equal' : 'DIFFERS'}${page.isSaved() ? '' : ', not saved'}`;
  });
  return `not equal ${healWithinMs} ms after healing: ${states.join(' · ')}`;
}
