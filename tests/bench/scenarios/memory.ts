/**
 * Memory of the server's process (resident, after garbage collections; a database's own processes are not counted).
 * Per idle connection: 1,000 connections that said nothing but the handshake, over 100 new documents, against the same
 * process before them. Per open plan: 20 documents of 20,000 keystrokes, each opened by one person after a restart,
 * against the same process before, when it had opened one small document.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startLoad } from '../load/load.ts';
import { writeLongDocument } from '../load/long-document.ts';
import { fill, visit } from '../load/visitor.ts';
import type { BenchServer } from '../servers/server.ts';
import { type Scenario, takeClientIds } from './scenario.ts';

/** Typed in frames of as many keystrokes, for all servers: only the content matters here. */
const editsPerFrame = 100;

export const memory: Scenario = {
  title: () => 'memory per idle connection and per open plan of 20,000 keystrokes',
  async run(server, { quick, say }) {
    const perConnection = await ofConnections(server, quick ? 20 : 100, quick ? 5 : 10);
    say(`  ${perConnection.toFixed(1)} KiB per idle connection`);
    const perPlan = await ofPlans(server, quick ? 4 : 20, quick ? 2_000 : 20_000);
    say(`  ${perPlan.toFixed(2)} MiB per open plan`);
    return {
      figures: [
        { name: 'per idle connection', unit: 'KiB', better: 'less', digits: 1, value: perConnection },
        { name: 'per open plan', unit: 'MiB', better: 'less', digits: 2, value: perPlan },
      ],
      details: undefined,
    };
  },
};

async function ofConnections(server: BenchServer, rooms: number, seatsEach: number): Promise<number> {
  await restartWarm(server);
  const seats = await server.makeRooms(rooms, seatsEach);
  const before = await resident(server);
  const load = startLoad();
  try {
    const plan = { port: server.port(), roomSize: seatsEach, seats, seed: 1, writes: false, returns: false };
    await load.join({ ...plan, firstClientId: takeClientIds(seats.length) });
    return ((await resident(server)) - before) / seats.length / 1024;
  } finally {
    load.close();
  }
}

async function ofPlans(server: BenchServer, plans: number, edits: number): Promise<number> {
  const document = writeLongDocument(edits, takeClientIds(1));
  const seats = await server.makeRooms(plans, 1);
  for (const seat of seats) await fill(server.port(), seat, document, { ...server.filling, editsPerFrame });
  await server.settled(seats);
  await restartWarm(server);
  const before = await resident(server);
  const content = new Map([[document.clientId, document.clock]]);
  const visitors = [];
  for (const seat of seats) visitors.push(await visit(server.port(), seat, content));
  const after = await resident(server);
  for (const visitor of visitors) visitor.leave();
  return (after - before) / plans / 1024 ** 2;
}

/** A process that has run its code once, with nobody in it. */
async function restartWarm(server: BenchServer): Promise<void> {
  await server.stop();
  await server.start();
  for (const seat of await server.makeRooms(1, 2)) (await visit(server.port(), seat, new Map())).leave();
}

async function resident(server: BenchServer): Promise<number> {
  await sleep(1_000);
  return (await server.ask({ collected: true })).residentBytes;
}
