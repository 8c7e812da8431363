/**
 * The live feed: that something happened and to what, never its content. The browser resumes by itself from the last
 * event it saw; when it gives up (the server restarts, a proxy answers), we open it again from there.
 *
 *   connecting → connected → lost → connected …    closed ends it
 */
import { FeedMessage } from '../../shared/feed-message.ts';

export type FeedState = 'connecting' | 'connected' | 'lost';

export type FeedOptions = {
  /** Opens a stream at this address: the browser's EventSource. */
  readonly open: (address: string) => EventSource;
  readonly onMessage: (message: FeedMessage) => void;
  /** From now on nothing is missed; called once. What happened before, the stream never tells. */
  readonly onReady: () => void;
  /** What I was told in the app changed. */
  readonly onNotified: () => void;
  readonly onState: (state: FeedState) => void;
  /** The server turned the stream away: perhaps nobody is signed in any more. Asked before each new try. */
  readonly onTurnedAway: () => Promise<void>;
};

export type Feed = { close(): void };

/** How long to wait before a stream that was turned away is opened again, in milliseconds. */
const againMs = 2_000;
const address = '/api/feed';

/** Opens at once and stays open until closed. */
export function openFeed(options: FeedOptions): Feed {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastSeq: number | undefined;
  let closed = false;

  const take = (event: MessageEvent<string>) => {
    const message = parseMessage(event.data);
    if (!message) return;
    lastSeq = message.seq;
    options.onMessage(message);
  };
  const lose = (stream: EventSource) => {
    if (closed || stream !== source) return;
    options.onState('lost');
    if (stream.readyState !== stream.CLOSED) return; // the browser tries again by itself
    timer = setTimeout(() => void options.onTurnedAway().then(connect), againMs);
  };
  const connect = () => {
    if (closed) return;
    source?.close();
    const stream = options.open(lastSeq === undefined ? address : `${address}?since=${lastSeq}`);
    source = stream;
    stream.addEventListener('open', () => options.onState('connected'));
    stream.addEventListener('message', take);
    stream.addEventListener('notified', () => options.onNotified());
    stream.addEventListener('ready', (event) => {
      if (lastSeq !== undefined) return;
      lastSeq = seqOf(event.data);
      options.onReady();
    });
    stream.addEventListener('error', () => lose(stream));
  };

  options.onState('connecting');
  connect();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      source?.close();
    },
  };
}

/** A frame that isn't a message of ours is passed over: a newer server may say more. */
export function parseMessage(data: string): FeedMessage | undefined {
  try {
    const parsed = FeedMessage.safeParse(JSON.parse(data));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

function seqOf(data: unknown): number | undefined {
  const parsed =
    typeof data === 'string' ? FeedMessage.pick({ seq: true }).safeParse(JSON.parse(data)) : undefined;
  return parsed?.success ? parsed.data.seq : undefined;
}
