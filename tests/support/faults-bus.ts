/** A bus that keeps the contract and no more: messages are lost, doubled, late and out of order, or it is off. */
import type { Bus, Listener, Message, NodeId } from '../../server/bus/bus.ts';
import type { VirtualClock } from './faults-clock.ts';
import type { Random } from './faults-random.ts';

export type BusWeather = {
  /** Of a message to one node, from 0 to 1. */
  lost: number;
  doubled: number;
  mostDelayMs: number;
};

/** What the nodes' buses have in common. */
export type Medium = {
  readonly weather: BusWeather;
  /** Nodes that hear nothing and are not heard. */
  readonly cutOff: Set<NodeId>;
  bus(nodeId: NodeId): Bus;
  /** Some adapters notice that they missed something. */
  tellMissed(): void;
};

export function createMedium(clock: VirtualClock, random: Random): Medium {
  const weather = { lost: 0, doubled: 0, mostDelayMs: 0 };
  const cutOff = new Set<NodeId>();
  const listenersOf = new Map<NodeId, Set<Listener>>();

  function deliver(to: NodeId, message: Message, from: NodeId): void {
    const copies = random.chance(weather.lost) ? 0 : random.chance(weather.doubled) ? 2 : 1;
    for (let copy = 0; copy < copies; copy++) {
      clock.after(1 + random.below(weather.mostDelayMs + 1), () => {
        if (cutOff.has(to) || cutOff.has(from)) return;
        for (const listener of listenersOf.get(to) ?? []) listener(message, from);
      });
    }
  }

  return {
    weather,
    cutOff,
    tellMissed() {
      for (const [node, listeners] of listenersOf)
        for (const listener of listeners) listener({ kind: 'missed' }, node);
    },
    bus(nodeId) {
      const listeners = new Set<Listener>();
      listenersOf.set(nodeId, listeners);
      return {
        nodeId,
        isLocal: false,
        publish(message) {
          for (const listener of listeners) listener(message, nodeId);
          for (const other of listenersOf.keys()) if (other !== nodeId) deliver(other, message, nodeId);
        },
        subscribe(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        status: () => ({ isConnected: !cutOff.has(nodeId), gaps: 0, dropped: 0 }),
        close: async () => void listenersOf.delete(nodeId),
      };
    },
  };
}
