/**
 * The bus between nodes, over any carrier: what is told in one turn of the event loop leaves together, one text at a
 * time. A node hears its own texts too, which is how it knows that the way is open in both directions.
 *
 *   connecting ──▶ connected ──(lost, or not heard for a while)──▶ waiting ──▶ connecting      any ──▶ closed
 */
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import type { Bus, Heard, Listener, Message, NodeId } from './bus.ts';
import { frameOverhead, readBusFrame, writeBusFrame } from './bus-frame.ts';
import { createGathering } from './gathering.ts';
import type { Carrier, Link } from './link.ts';

/** Life signs come so often, at least; more often where silence is noticed sooner. */
const longestBeatMs = 1_500;
/** A node that hasn't given a sign of life for so long is gone: its next run has another id. */
const forgetNodeMs = 60_000;
const shortestWaitMs = 50;
const longestWaitMs = 2_000;
/** As long as closing waits for the last words. */
const lastWordsMs = 500;

type State = { readonly kind: 'connecting' | 'waiting' | 'closed' } | Connected;
type Connected = {
  readonly kind: 'connected';
  readonly link: Link;
  /** Gives this connection up; only the first call counts. */
  readonly lose: (error: unknown) => void;
  isSending: boolean;
};

export type RemoteBusOptions = {
  /** How long our own texts may stay away before the way is taken for dead, milliseconds. */
  readonly deadAfterMs?: number;
  /** Told when the carrier is lost, once, and when it is found again. */
  readonly onStateChange?: (isConnected: boolean, error?: unknown) => void;
};

/** Begins to connect at once; whoever publishes meanwhile is heard by this node only. */
export function createRemoteBus(
  carrier: Carrier,
  { onStateChange = () => undefined, deadAfterMs = 5_000 }: RemoteBusOptions = {},
): Bus {
  const nodeId: NodeId = randomUUID();
  const listeners = new Set<Listener>();
  const lastNumbers = new Map<NodeId, { number: number; heardAt: number }>();
  let state: State = { kind: 'connecting' };
  let number = 0;
  let gaps = 0;
  let dropped = 0;
  let waitMs = shortestWaitMs;
  let hasConnected = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let heardOwnAt = 0;
  let gathering = createGathering(() => dropped++);

  function tell(heard: Heard, from: NodeId): void {
    for (const listener of listeners) listener(heard, from);
  }

  function miss(): void {
    gaps++;
    tell({ kind: 'missed' }, nodeId);
  }

  async function connect(): Promise<void> {
    state = { kind: 'connecting' };
    let isOver = false;
    // A carrier may go on telling that it lost a connection that was replaced long ago.
    const lose = (error: unknown): void => {
      if (isOver) return;
      isOver = true;
      lost(error);
    };
    try {
      const link = await carrier.open({ hear, lose });
      if (isOver || isClosed()) void link.close();
      else connected(link, lose);
    } catch (error) {
      lose(error);
    }
  }

  const isClosed = (): boolean => state.kind === 'closed';

  function connected(link: Link, lose: Connected['lose']): void {
    state = { kind: 'connected', link, lose, isSending: false };
    heardOwnAt = performance.now();
    waitMs = shortestWaitMs;
    lastNumbers.clear();
    onStateChange(true);
    if (hasConnected) gaps++;
    hasConnected = true;
    tell({ kind: 'missed' }, nodeId); // whatever was said while we weren't listening
    beat();
  }

  function lost(error: unknown): void {
    if (state.kind === 'closed') return;
    if (state.kind === 'connected') {
      void state.link.close();
      onStateChange(false, error);
    } else if (!hasConnected && waitMs === shortestWaitMs) onStateChange(false, error);
    number++; // whoever hears us again sees that something is missing
    gathering = createGathering(() => dropped++);
    state = { kind: 'waiting' };
    waiting = setTimeout(() => void connect(), waitMs * (0.5 + Math.random() / 2)).unref();
    waitMs = Math.min(waitMs * 2, longestWaitMs);
  }

  function hear(text: string): void {
    const frame = readBusFrame(text);
    if (frame === undefined || state.kind === 'closed') return;
    if (frame.from === nodeId) {
      heardOwnAt = performance.now();
      return;
    }
    const last = lastNumbers.get(frame.from);
    lastNumbers.set(frame.from, { number: frame.number, heardAt: performance.now() });
    if (last !== undefined && frame.number > last.number + 1) miss();
    for (const message of frame.messages) tell(message, frame.from);
  }

  /** All that waits, then all that came meanwhile. */
  async function send(): Promise<void> {
    const own = state;
    if (own.kind !== 'connected' || own.isSending) return;
    own.isSending = true;
    try {
      await nextTurn();
      while (own === state && !gathering.isEmpty()) {
        for (const messages of gathering.takePacks(carrier.mostBytes - frameOverhead))
          await sendFrame(own.link, messages);
      }
    } catch (error) {
      own.lose(error);
    } finally {
      own.isSending = false;
    }
  }

  const sendFrame = (link: Link, messages: readonly string[]): Promise<void> =>
    link.send(writeBusFrame(nodeId, ++number, messages));

  function beat(): void {
    if (state.kind !== 'connected') return;
    const { link, lose, isSending } = state;
    const now = performance.now();
    if (now - heardOwnAt > deadAfterMs) {
      lose(new Error(`nothing came back for ${deadAfterMs} ms`));
      return;
    }
    for (const [id, { heardAt }] of lastNumbers) if (now - heardAt > forgetNodeMs) lastNumbers.delete(id);
    if (!isSending) sendFrame(link, []).catch(lose);
  }

  const beating = setInterval(beat, Math.min(longestBeatMs, deadAfterMs / 3)).unref();
  void connect();

  async function emptied(own: Connected): Promise<void> {
    while (own === state && (own.isSending || !gathering.isEmpty())) await nextTurn();
  }

  return {
    nodeId,
    isLocal: false,
    publish(message: Message) {
      tell(message, nodeId);
      if (state.kind !== 'connected') {
        dropped++;
        return;
      }
      gathering.add(message);
      void send();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    status: () => ({ isConnected: state.kind === 'connected', gaps, dropped }),
    async close() {
      const last = state;
      if (last.kind === 'closed') return;
      clearInterval(beating);
      clearTimeout(waiting);
      listeners.clear();
      if (last.kind === 'connected') {
        await Promise.race([emptied(last), sleep(lastWordsMs, undefined, { ref: false })]);
      }
      state = { kind: 'closed' };
      if (last.kind === 'connected') await last.link.close();
    },
  };
}
