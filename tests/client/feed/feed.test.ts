/** The feed against a real HTTP stream, through a reader that behaves as the browser's EventSource does. */
import { describe, expect, test } from 'vitest';
import { type FeedState, openFeed, parseMessage } from '../../../client/feed/feed.ts';
import type { FeedMessage } from '../../../shared/activity.ts';

/** An event stream held in the hand: the browser's own class lives only in browsers. */
class HeldStream extends EventTarget {
  readonly CLOSED = 2;
  readyState = 0;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
  }
  say(data: unknown, type = 'message') {
    this.dispatchEvent(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
  fail(readyState: 0 | 2) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
  close() {
    this.readyState = 2;
  }
}

function held() {
  const streams: HeldStream[] = [];
  const states: FeedState[] = [];
  const messages: FeedMessage[] = [];
  const readies: number[] = [];
  const notified: number[] = [];
  const turnedAway: (() => void)[] = [];
  const feed = openFeed({
    open: (address) => {
      const stream = new HeldStream(address);
      streams.push(stream);
      return stream as unknown as EventSource; // has what the feed uses of one
    },
    onMessage: (message) => messages.push(message),
    onReady: () => readies.push(streams.length),
    onNotified: () => notified.push(streams.length),
    onState: (state) => states.push(state),
    onTurnedAway: () => new Promise((resolve) => turnedAway.push(resolve)),
  });
  return { feed, streams, states, messages, readies, notified, turnedAway };
}

const message = { seq: 41, kind: 'task.assigned', householdId: null, actorId: null };

describe('the live feed', () => {
  test('X14: that something was told is heard beside the log, and moves no position', () => {
    const { streams, notified, messages, feed } = held();
    streams[0]?.say({}, 'notified');
    expect([notified, messages]).toEqual([[1], []]);
    feed.close();
  });

  test('a frame that isn’t ours is passed over', () => {
    expect(parseMessage('{"seq":"one"}')).toBeUndefined();
    expect(parseMessage('not json')).toBeUndefined();
    expect(parseMessage(JSON.stringify(message))).toEqual(message);
  });

  test('while the browser tries again by itself the feed only says that it is lost', () => {
    const { streams, states, turnedAway } = held();
    streams[0]?.fail(0);
    expect(states).toEqual(['connecting', 'lost']);
    expect(turnedAway).toHaveLength(0);
  });

  test('a stream that was turned away is opened again where it was, after the session was asked', async () => {
    const { streams, messages, turnedAway } = held();
    streams[0]?.say(message);
    streams[0]?.fail(2);
    await expect.poll(() => turnedAway.length, { timeout: 5_000 }).toBe(1);
    expect(streams).toHaveLength(1);
    turnedAway[0]?.();
    await expect.poll(() => streams.length).toBe(2);
    expect(streams[1]?.address).toBe('/api/feed?since=41');
    expect(messages).toEqual([message]);
  });

  test('without any event yet it resumes from where the server said it began', async () => {
    const { streams, turnedAway } = held();
    streams[0]?.say({ seq: 7 }, 'ready');
    streams[0]?.fail(2);
    await expect.poll(() => turnedAway.length, { timeout: 5_000 }).toBe(1);
    turnedAway[0]?.();
    await expect.poll(() => streams.length).toBe(2);
    expect(streams[1]?.address).toBe('/api/feed?since=7');
  });

  test('it says once that from now on nothing is missed, and not again after a break', async () => {
    const { streams, readies, turnedAway } = held();
    expect(readies).toEqual([]);
    streams[0]?.say({ seq: 7 }, 'ready');
    streams[0]?.fail(2);
    await expect.poll(() => turnedAway.length, { timeout: 5_000 }).toBe(1);
    turnedAway[0]?.();
    await expect.poll(() => streams.length).toBe(2);
    streams[1]?.say({ seq: 9 }, 'ready');
    expect(readies).toEqual([1]);
  });

  test('closed twice it stays closed, and nothing opens again', () => {
    const { feed, streams, states } = held();
    feed.close();
    feed.close();
    streams[0]?.fail(2);
    expect(streams[0]?.readyState).toBe(2);
    expect(states).toEqual(['connecting']);
  });
});
