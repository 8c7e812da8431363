/** What people may not do, tried past the screens: with their own session and their own y-websocket client. */

import { afterEach, describe, expect, inject, test } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import { appendBlock } from '../../shared/documents/rich-text.ts';
import type { Household } from '../../shared/records/households.ts';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { accountOf, cookieOf, householdOf } from '../support/demo.ts';

const { url, network } = inject('demo');
const code = 'TRM-006';
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A person outside the browser: their cookie and what their household page says. */
async function enter(name: string) {
  const cookie = await cookieOf(url, accountOf(network, name));
  const call = (path: string, body?: unknown) =>
    fetch(`${url}${path}`, {
      headers: { cookie, origin: url, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });
  const household = (await (await call(`/api/households/${householdOf(network, code)}`)).json()) as Household;
  return { cookie, call, household };
}

/** Opens a document as a page would; answers it once it is synced, and how its socket closes. */
async function open(cookie: string, documentId: string) {
  class Socket extends WebSocket {
    constructor(address: string) {
      super(address, { headers: { cookie, origin: url } });
    }
  }
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, documentId, doc, {
    disableBc: true,
    params: { schema: String(schemaVersion) },
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket, // ws has the browser's interface
  });
  closing.push(() => {
    provider.destroy();
    doc.destroy();
  });
  const closed = new Promise<number>((resolve) => {
    provider.on('connection-close', (event: CloseEvent | null) => event && resolve(event.code));
  });
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  return { doc, closed };
}

const documentOf = (household: Household, kind: string) => {
  const found = household.documents.find((document) => document.kind === kind);
  if (!found) throw new Error(`${kind} is not among what this person may open`);
  return found;
};

describe('A6: the mediator annotates and never writes the plan’s text', () => {
  test('A6: refused: her write to the plan closes her socket, and nobody sees it', async () => {
    const [mediator, tutor] = [await enter('Lin Meiyu'), await enter('Chiara Bertolino')];
    const plan = documentOf(mediator.household, 'care-plan');
    expect(plan.access).toBe('annotate');
    const [hers, theirs] = [await open(mediator.cookie, plan.id), await open(tutor.cookie, plan.id)];
    const before = theirs.doc.getXmlFragment('content').length;
    expect(before).toBeGreaterThan(0);
    appendBlock(hers.doc.getXmlFragment('content'), 'paragraph', {}, ['Scritto di nascosto']);
    expect(await hers.closed).toBe(CloseCode.notAvailable);

    appendBlock(theirs.doc.getXmlFragment('content'), 'paragraph', {}, ['Scritto dalla tutor']);
    const fresh = await open(mediator.cookie, plan.id);
    const text = fresh.doc.getXmlFragment('content').toString();
    expect(text).not.toContain('Scritto di nascosto');
    expect(fresh.doc.getXmlFragment('content').length).toBeGreaterThanOrEqual(before);
  });

  test('A6: her annotation is taken, and the tutor sees it', async () => {
    const [mediator, tutor] = [await enter('Lin Meiyu'), await enter('Chiara Bertolino')];
    const { id } = documentOf(mediator.household, 'annotations');
    const [hers, theirs] = [await open(mediator.cookie, id), await open(tutor.cookie, id)];
    const { addThread } = await import('../../shared/documents/annotations.ts');
    const { Instant } = await import('../../shared/dates.ts');
    const { PersonId } = await import('../../shared/ids.ts');
    const author = mediator.household.careTeam.find(({ person }) => person.name === 'Lin Meiyu')?.person.id;
    addThread(hers.doc, 'nota-di-prova', {
      kind: 'cultural_note',
      author: PersonId.parse(author),
      createdAt: Instant.parse(new Date().toISOString()),
      language: 'zh',
      quote: '',
      from: '',
      to: '',
      text: '坐月子',
    });
    await expect.poll(() => theirs.doc.getMap('threads').has('nota-di-prova'), { timeout: 5000 }).toBe(true);
  });
});

describe('B2: the regia', () => {
  test('B2: a tutor who asks it for her own desk is refused', async () => {
    const tutor = await enter('Chiara Bertolino');
    const { id: householdId, tutor: me, careTeam } = tutor.household;
    const answer = await tutor.call(`/api/households/${householdId}/lead/proposals`, {
      id: crypto.randomUUID(),
      bodyId: me?.body?.id,
      personId: me?.id,
      reason: 'La conosco da sempre.',
    });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 'not-available' });
    expect(careTeam.length).toBeGreaterThan(0);
  });
});

describe('who has nothing to do with a household', () => {
  test('a household one may not see and one that never was answer with the same bytes', async () => {
    const stranger = await enter('Chiara Bertolino');
    const hidden = householdOf(network, 'TRM-010');
    const [forbidden, unknown] = await Promise.all(
      [hidden, '01890000-0000-7000-8000-000000000000'].map((id) => stranger.call(`/api/households/${id}`)),
    );
    expect(forbidden?.status).toBe(404);
    expect(unknown?.status).toBe(404);
    expect(await forbidden?.text()).toBe(await unknown?.text());
  });
});
