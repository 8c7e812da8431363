/**
 * A document that one person wrote, character by character: paragraphs, now and then a place further up, and one in
 * sixteen keystrokes takes a character away again. The same for every server.
 */
import * as Y from 'yjs';
import { createRandom } from './random.ts';

export type LongDocument = {
  /** One per keystroke. */
  readonly updates: readonly Uint8Array[];
  readonly clientId: number;
  /** The writer's clock at the end: who has it, has everything. */
  readonly clock: number;
};

const paragraphLength = 300;

export function writeLongDocument(edits: number, clientId: number, seed = 7): LongDocument {
  const random = createRandom(seed);
  const doc = new Y.Doc();
  doc.clientID = clientId;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const content = doc.getXmlFragment('content');
  const texts: Y.XmlText[] = [];
  let text = new Y.XmlText();
  let at = 0;

  const startParagraph = (): void => {
    text = new Y.XmlText();
    at = 0;
    doc.transact(() => {
      const paragraph = new Y.XmlElement('paragraph');
      content.push([paragraph]);
      paragraph.push([text]);
      text.insert(at++, letter());
    });
    texts.push(text);
  };
  const letter = (): string => 'abcdefghijklmnopqrstuvwxyz     '.charAt(Math.floor(random() * 31));

  while (updates.length < edits) {
    const dice = random();
    if (updates.length === 0 || text.length > paragraphLength) startParagraph();
    else if (dice < 1 / 16 && at > 1) text.delete(--at, 1);
    else text.insert(at++, letter());
    if (dice > 1 - 1 / 400) {
      text = texts[Math.floor(random() * texts.length)] ?? text;
      at = Math.floor(random() * text.length);
    }
  }
  return { updates, clientId, clock: Y.getState(doc.store, clientId) };
}
