/** People without a browser in the editors' harness: a long plan, annotations all over it, and hands that write in it. */
import { createRequire } from 'node:module';
import { getSchema } from '@tiptap/core';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import type * as ws from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { gatedSocket } from '../../../client/collab/gated-socket.ts';
import { anchorAt } from '../../../client/editor/anchors.ts';
import { schemaExtensions } from '../../../client/editor/schema.ts';
import { Instant } from '../../../shared/dates.ts';
import { AnnotationKind, addThread } from '../../../shared/documents/annotations.ts';
import { schemaVersion } from '../../../shared/documents/kinds.ts';
import { appendBlock } from '../../../shared/documents/rich-text.ts';
import { Right } from '../../../shared/records/rights.ts';
import { schemaParameter } from '../../../shared/sync/protocol.ts';
import { ids, people } from '../../client/editor/harness/samples.ts';
import type { Bench } from '../../support/collab-bench.ts';
import { createRandom } from './random.ts';

const require = createRequire(import.meta.url);
const { WebSocket }: typeof ws = require('ws');

const words =
  'la famiglia abita una stanza in prestito e cerca casa vicino alla scuola con il servizio sociale che segue la domanda mentre il consultorio vede il bambino ogni mese e la mediatrice legge le carte insieme alla madre'.split(
    ' ',
  );
/** About eighteen hundred signs. */
const paragraphsAPage = 6;
const wordsAParagraph = 50;

export type FilledPlan = { readonly paragraphs: number };

/** So many pages in the place of the sample plan. */
export function fillPlan({ relay }: Bench, pages: number): FilledPlan {
  const random = createRandom(5);
  const content = relay.doc(ids.documents.plan).getXmlFragment('content');
  let paragraphs = 0;
  content.doc?.transact(() => {
    content.delete(0, content.length);
    for (let page = 0; page < pages; page += 1) {
      const right = Right.options[page % Right.options.length] ?? 'home';
      appendBlock(content, 'heading', { level: 2, right }, [`Pagina ${page + 1}`]);
      for (let at = 0; at < paragraphsAPage; at += 1) {
        const text = Array.from(
          { length: wordsAParagraph },
          () => words[Math.floor(random() * words.length)] ?? '',
        );
        appendBlock(content, 'paragraph', {}, [text.join(' ')]);
        paragraphs += 1;
      }
    }
  });
  return { paragraphs };
}

/** Spread over the whole plan. */
export function hangNotes({ relay }: Bench, count: number): void {
  const fragment = relay.doc(ids.documents.plan).getXmlFragment('content');
  const { doc: node, mapping } = initProseMirrorDoc(fragment, getSchema(schemaExtensions()));
  const notes = relay.doc(ids.documents.annotations);
  const blocks: { position: number; size: number }[] = [];
  node.forEach((block, position) => {
    if (block.type.name === 'paragraph') blocks.push({ position, size: block.content.size });
  });
  const kinds = AnnotationKind.options.filter((kind) => kind !== 'suggestion');
  notes.transact(() => {
    for (let at = 0; at < count; at += 1) {
      const block = blocks[Math.floor((at * blocks.length) / count)];
      const author = people[at % people.length];
      if (!block || !author) continue;
      const from = block.position + 1 + ((at * 37) % Math.max(1, block.size - 40));
      const anchor = anchorAt({ fragment, node, mapping }, { from, to: from + 30 });
      addThread(notes, `note-${at}`, {
        ...anchor,
        kind: kinds[at % kinds.length] ?? 'comment',
        author: author.id,
        createdAt: Instant.parse('2026-11-21T10:00:00.000Z'),
        language: 'it',
        text: 'Serve un piano per febbraio, e qualcuno che lo spieghi.',
      });
    }
  });
}

export type Writers = {
  ready(): Promise<void>;
  begin(): void;
  close(): void;
};

const letterMs = 250;

/** Each writes in a paragraph of their own, spread over the plan, and shows a caret there. */
export function seatWriters({ relay }: Bench, { paragraphs }: FilledPlan, count: number): Writers {
  const clocks: ReturnType<typeof setInterval>[] = [];
  const seats = Array.from({ length: count }, (_, at) => {
    const person = people[(at + 1) % people.length];
    if (!person) throw new Error('somebody writes');
    const user = { id: person.id, name: person.name, function: person.function, body: null };
    const doc = new Y.Doc();
    // ws speaks the browser's WebSocket; its types differ in what events carry.
    const socket = WebSocket as unknown as typeof globalThis.WebSocket;
    const gate = { clientId: doc.clientID, mayWrite: () => true, sent: () => undefined, inParts: () => [] };
    const provider = new WebsocketProvider(`${relay.originOf(user)}/sync`, ids.documents.plan, doc, {
      // As a page's own: without it each would say back what it hears of the others' carets, as its own.
      WebSocketPolyfill: gatedSocket(socket, gate),
      disableBc: true,
      params: { [schemaParameter]: String(schemaVersion) },
    });
    return { doc, provider, paragraph: Math.floor(((at + 0.5) * paragraphs) / count) };
  });
  const write = ({ doc, provider, paragraph }: (typeof seats)[number], letter: number) => {
    const blocks = doc
      .getXmlFragment('content')
      .toArray()
      .filter((block) => block instanceof Y.XmlElement && block.nodeName === 'paragraph');
    const block = blocks[paragraph];
    const text = block instanceof Y.XmlElement ? block.get(0) : undefined;
    if (!(text instanceof Y.XmlText)) return;
    text.insert(text.length, letter % 6 === 5 ? ' ' : 'a');
    const place = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length, -1));
    provider.awareness.setLocalStateField('cursor', { anchor: place, head: place });
  };
  return {
    async ready() {
      await Promise.all(
        seats.map(
          ({ provider }) => provider.synced || new Promise((synced) => provider.once('sync', synced)),
        ),
      );
    },
    begin() {
      seats.forEach((seat, index) => {
        let letter = index;
        clocks.push(setInterval(() => write(seat, letter++), letterMs + index * 7));
      });
    },
    close() {
      for (const clock of clocks) clearInterval(clock);
      for (const { provider, doc } of seats) {
        provider.destroy();
        provider.awareness.destroy();
        doc.destroy();
      }
    },
  };
}
