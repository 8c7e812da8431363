/**
 * Opening: a note of 120,000 keystrokes and a care plan of 20,000, typed character by character by one person with some
 * deletions (load/long-document.ts), through the server under measurement: the peers get one update per keystroke, ours
 * 100 in a frame, because it takes 500 frames a second from a connection. Then everybody leaves, and the server does what
 * it does with documents that are left: ours compacts them by its own sweep, Hocuspocus stores them, leveldb keeps its rows.
 *
 * Measured from connect to the arrival of the whole content, at a page that has nothing. `first`: the server's process is
 * started, and this is the first thing it ever does. `cold`: started, and somebody has opened another, small document.
 * `hot`: the document is open at somebody else's. Database and disk caches are warm throughout.
 */
import { writeLongDocument } from '../load/long-document.ts';
import type { Seat } from '../load/plan.ts';
import { type Clocks, fill, visit } from '../load/visitor.ts';
import type { BenchServer } from '../servers/server.ts';
import { type Figure, median, type Scenario, takeClientIds } from './scenario.ts';

type Opened = {
  readonly first: number;
  readonly cold: number[];
  readonly hot: number[];
  readonly bytes: number;
};
type Stored = { readonly name: string; readonly seats: readonly Seat[]; readonly content: Clocks };

/** Written once per server, opened in every round. */
const storedBy = new WeakMap<BenchServer, Promise<{ documents: Stored[]; small: Stored }>>();

export const open: Scenario = {
  title: () => 'opening a note of 120,000 keystrokes and a plan of 20,000',
  async run(server, { quick, say }) {
    const sizes = quick
      ? [{ name: 'plan of 2,000', edits: 2_000 }]
      : [
          { name: 'plan of 20,000', edits: 20_000 },
          { name: 'note of 120,000', edits: 120_000 },
        ];
    const writing = storedBy.get(server) ?? writeAll(server, sizes, say);
    storedBy.set(server, writing);
    const { documents, small } = await writing;
    const figures: Figure[] = [];
    const details: Record<string, Opened> = {};
    for (const document of documents) {
      const opened = await openOften(server, document, small, quick ? 1 : 4);
      details[document.name] = opened;
      const ms = { unit: 'ms', better: 'less', digits: 1 } as const;
      figures.push(
        { ...ms, name: `${document.name}: first`, value: opened.first },
        { ...ms, name: `${document.name}: cold`, value: median(opened.cold) },
        { ...ms, name: `${document.name}: hot`, value: median(opened.hot) },
      );
      say(
        `  ${document.name} (${opened.bytes} bytes): first ${opened.first.toFixed(1)} ms · cold ${opened.cold.map((ms) => ms.toFixed(1)).join(' ')} · hot ${opened.hot.map((ms) => ms.toFixed(1)).join(' ')}`,
      );
    }
    return { figures, details };
  },
};

async function writeAll(
  server: BenchServer,
  sizes: readonly { name: string; edits: number }[],
  say: (line: string) => void,
): Promise<{ documents: Stored[]; small: Stored }> {
  const write = async (name: string, edits: number): Promise<Stored> => {
    const began = performance.now();
    const seats = await server.makeRooms(1, 3);
    const document = writeLongDocument(edits, takeClientIds(1));
    await fill(server.port(), seatOf(seats, 0), document, server.filling);
    say(`  wrote the ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return { name, seats, content: new Map([[document.clientId, document.clock]]) };
  };
  const documents: Stored[] = [];
  for (const { name, edits } of sizes) documents.push(await write(name, edits));
  const small = await write('small document', 20);
  await server.settled(documents.flatMap(({ seats }) => seats));
  return { documents, small };
}

async function openOften(
  server: BenchServer,
  document: Stored,
  small: Stored,
  times: number,
): Promise<Opened> {
  await restart(server);
  const first = await enter(document, 0);
  first.leave();
  const cold: number[] = [];
  const hot: number[] = [];
  for (let time = 0; time < times; time++) {
    await restart(server);
    (await enter(small, 0)).leave();
    const holder = await enter(document, 0);
    cold.push(holder.ms);
    for (let again = 0; again < 5; again++) {
      const guest = await enter(document, 1);
      hot.push(guest.ms);
      guest.leave();
    }
    holder.leave();
  }
  return { first: first.ms, cold, hot, bytes: first.bytes };

  async function enter({ name, seats, content }: Stored, seat: number) {
    const visitor = await visit(server.port(), seatOf(seats, seat), content);
    if (visitor.ms === undefined) throw new Error(`${server.name} did not give the ${name} in time`);
    return { ...visitor, ms: visitor.ms };
  }
}

async function restart(server: BenchServer): Promise<void> {
  await server.stop();
  await server.start();
}

function seatOf(seats: readonly Seat[], index: number): Seat {
  const seat = seats[index];
  if (seat === undefined) throw new Error('a seat is missing');
  return seat;
}
