/** A reader of /api/feed that parses the stream as a browser's EventSource does (WHATWG HTML §9.2.6). */
import { FeedMessage } from '../../shared/activity.ts';

export type FeedEvent = { readonly event: string; readonly id: string; readonly data: unknown };

export type FeedReader = {
  /** The next event of this name, in the order sent; others before it are left for their own call. */
  next(event: string): Promise<FeedEvent>;
  message(): Promise<FeedMessage>;
  messages(count: number): Promise<FeedMessage[]>;
  /** What a browser would send to resume. */
  lastId(): string;
  close(): void;
  /** Resolves when the server ends the stream, or the reader closes it. */
  readonly ended: Promise<void>;
};

type Requests = { request(path: string, init: RequestInit): Response | Promise<Response> };

/** Opens a feed on an app without a port, or on a server with `{request: fetch at its address}`. */
export async function openFeed(
  app: Requests,
  cookie: string,
  { lastEventId }: { lastEventId?: number } = {},
): Promise<FeedReader> {
  const gone = new AbortController();
  const response = await app.request('/api/feed', {
    headers: { cookie, ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }) },
    signal: gone.signal,
  });
  if (response.status !== 200 || !response.body) throw new Error(`the feed answered ${response.status}`);
  if (response.headers.get('content-type') !== 'text/event-stream')
    throw new Error('the feed is no event stream');

  const events: FeedEvent[] = [];
  let lastId = '';
  let wake = (): void => undefined;
  let over = false;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const ended = read().finally(() => {
    over = true;
    wake();
  });

  async function read(): Promise<void> {
    let text = '';
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done) return;
      text += value;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) take(block);
      wake();
    }
  }

  function take(block: string): void {
    let event = 'message';
    let data = '';
    for (const line of block.split('\n')) {
      const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
      if (field === 'event') event = value ?? '';
      if (field === 'data') data += value;
      if (field === 'id') lastId = value ?? '';
    }
    if (data !== '') events.push({ event, id: lastId, data: JSON.parse(data) });
  }

  async function next(event: string): Promise<FeedEvent> {
    for (;;) {
      const index = events.findIndex((one) => one.event === event);
      const [found] = index < 0 ? [] : events.splice(index, 1);
      if (found) return found;
      if (over) throw new Error(`the feed ended before an event ${event}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }

  const message = async () => FeedMessage.parse((await next('message')).data);
  return {
    next,
    message,
    async messages(count) {
      const found: FeedMessage[] = [];
      while (found.length < count) found.push(await message());
      return found;
    },
    lastId: () => lastId,
    close() {
      gone.abort();
      void reader.cancel().catch(() => undefined);
    },
    ended,
  };
}
