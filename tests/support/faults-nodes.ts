/** Several nodes of the real sync on one log and a bad bus: pages are led to any of them, and they may crash. */
import type { Authority, Grant, Identity } from '../../server/sync/authority.ts';
import { createSyncOn } from '../../server/sync/sync.ts';
import type { Wire } from '../../server/sync/wire.ts';
import { PersonId } from '../../shared/ids.ts';
import { createMedium } from './faults-bus.ts';
import type { VirtualClock } from './faults-clock.ts';
import type { Ground } from './faults-ground.ts';
import { faultyLog } from './faults-log.ts';
import type { Random } from './faults-random.ts';

export type Nodes = ReturnType<typeof createNodes>;

/** All are one at the beginning, and the weather is fine. */
export function createNodes({
  clock,
  random,
  ground: { stored, householdId, documentId, kind, epochs },
  many,
}: {
  clock: VirtualClock;
  random: Random;
  ground: Ground;
  many: number;
}) {
  const medium = createMedium(clock, random.fork('bus'));
  const weather = { bus: medium.weather, log: { mostDelayMs: 0, failing: 0 }, sockets: { mostDelayMs: 0 } };
  let started = 0;
  let crashes = 0;

  function start() {
    const nodeId = `node ${started++}`;
    const state = { isDead: false, sockets: new Set<Wire>() };
    const log = faultyLog(stored, {
      clock,
      random: random.fork(nodeId),
      weather: weather.log,
      isDead: () => state.isDead,
    });
    const sync = createSyncOn({
      log,
      bus: medium.bus(nodeId),
      authority: everybodyWrites,
      origins: [],
      now: () => clock.now(),
      report: () => undefined, // lost connections, which are ours
    });
    return { nodeId, state, sync };
  }

  const everybodyWrites: Authority = {
    signIn: async ({ cookie }) => identityOf(PersonId.parse(cookie)),
    accessTo: async () => grant,
  };
  const grant: Grant = {
    householdId,
    kind,
    access: 'write',
    householdEpoch: epochs.household,
    ownEpoch: epochs.person,
  };
  const running = Array.from({ length: many }, start);

  return {
    kind,
    weather,
    crashes: () => crashes,
    /** To any node: load balancers know no favourites. */
    lead(personId: PersonId) {
      const { sync, state } = random.pick(running);
      return (wire: Wire) => {
        state.sockets.add(wire);
        const write: Wire['write'] = (frames) => {
          if (!state.isDead) wire.write(frames);
        };
        return sync.open(
          { ...wire, write },
          {
            documentId,
            headers: { cookie: personId },
            identity: identityOf(personId),
            grant,
            epoch: undefined,
          },
        );
      };
    },
    cutOffBus: () => void medium.cutOff.add(random.pick(running).nodeId),
    joinBus: () => medium.cutOff.clear(),
    /** Its sockets break, what it asked of the log may or may not have arrived, and another takes its place. */
    crash(): void {
      crashes++;
      const index = random.below(many);
      const dead = running[index];
      if (dead === undefined) return;
      dead.state.isDead = true;
      medium.cutOff.add(dead.nodeId);
      running[index] = start();
      for (const socket of dead.state.sockets) socket.terminate();
    },
    heal(): void {
      Object.assign(medium.weather, { lost: 0, doubled: 0, mostDelayMs: 20 });
      Object.assign(weather.log, { mostDelayMs: 3, failing: 0 });
      weather.sockets.mostDelayMs = 20;
      medium.cutOff.clear();
      if (random.chance(0.3)) medium.tellMissed();
    },
    close(): void {
      for (const { state } of running) state.isDead = true;
    },
  };
}

function identityOf(personId: PersonId): Identity {
  return {
    kind: 'person',
    actor: { personId, function: 'social', bodyId: null, householdId: null },
    presence: { id: personId, name: 'Anna', function: 'social', body: null },
    sessionId: personId,
  };
}
