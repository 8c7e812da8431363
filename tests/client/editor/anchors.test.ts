import { getSchema } from '@tiptap/core';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { anchorAt, findAnchor, findQuote, type TextState } from '../../../client/editor/anchors.ts';
import { schemaExtensions } from '../../../client/editor/schema.ts';
import { appendBlock } from '../../../shared/documents/rich-text.ts';

const schema = getSchema(schemaExtensions());

function textOfDoc(doc: Y.Doc): TextState {
  const fragment = doc.getXmlFragment('content');
  const { doc: node, mapping } = initProseMirrorDoc(fragment, schema);
  return { fragment, node, mapping };
}

function write(paragraphs: readonly string[]): Y.Doc {
  const doc = new Y.Doc();
  for (const words of paragraphs) appendBlock(doc.getXmlFragment('content'), 'paragraph', {}, [words]);
  return doc;
}

const runOf = (doc: Y.Doc, paragraph: number): Y.XmlText => {
  const block = doc.getXmlFragment('content').get(paragraph);
  const run = block instanceof Y.XmlElement ? block.get(0) : undefined;
  if (!(run instanceof Y.XmlText)) throw new Error(`paragraph ${paragraph} has no words`);
  return run;
};

function quoteRange(text: TextState, quote: string) {
  const range = findQuote(text.node, quote);
  if (!range) throw new Error(`«${quote}» isn't there`);
  return range;
}

test('A6: an anchor finds its words after any edits around them, also those of others that arrive late', () => {
  const edit = fc.record({
    paragraph: fc.nat(2),
    at: fc.nat(60),
    insert: fc.string({ maxLength: 8 }),
    remove: fc.nat(6),
    late: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      const doc = write([
        'prima del testo, ancora prima',
        'la stanza è LIBERA FINO A GENNAIO, poi no',
        'e dopo',
      ]);
      const other = new Y.Doc();
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
      const text = textOfDoc(doc);
      const anchor = anchorAt(text, quoteRange(text, 'LIBERA FINO A GENNAIO'));
      for (const { paragraph, at, insert, remove, late } of edits) {
        const run = runOf(late ? other : doc, paragraph);
        const words = run.toString();
        const from = words.indexOf('LIBERA');
        const to = from + 'LIBERA FINO A GENNAIO'.length;
        const place = Math.min(at, words.length);
        if (from >= 0 && place > from - 1 && place < to + 1) continue;
        const free = from >= 0 && place < from ? from - place : words.length - place;
        run.delete(place, Math.min(remove, free));
        run.insert(place, insert);
      }
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
      const now = textOfDoc(doc);
      const found = findAnchor(now, anchor);
      expect(found.by).toBe('position');
      if (found.by !== 'nothing')
        expect(now.node.textBetween(found.from, found.to)).toBe('LIBERA FINO A GENNAIO');
    }),
    { numRuns: 200 },
  );
});

test('A6: words cut out and pasted elsewhere are found by their quote, and a short one only among the same words', () => {
  const doc = write(['la stanza è libera fino alla fine di gennaio', 'altro']);
  const text = textOfDoc(doc);
  const long = anchorAt(text, quoteRange(text, 'libera fino alla fine di gennaio'));
  const short = anchorAt(text, quoteRange(text, 'libera'));
  runOf(doc, 0).delete(0, runOf(doc, 0).length);
  runOf(doc, 1).insert(0, 'sarà libera fino alla fine di gennaio, ');
  const now = textOfDoc(doc);
  expect(findAnchor(now, long)).toEqual({
    by: 'quote',
    ...quoteRange(now, 'libera fino alla fine di gennaio'),
  });
  expect(findAnchor(now, short)).toEqual({ by: 'quote', ...quoteRange(now, 'libera') });
  runOf(doc, 1).delete(0, runOf(doc, 1).length);
  runOf(doc, 1).insert(0, 'la sala è libera il sabato');
  expect(findAnchor(textOfDoc(doc), short)).toEqual({ by: 'nothing' });
});

test('A6: of two places that read the same, an annotation whose own words are gone takes neither', () => {
  const doc = write(['il nido apre a marzo', 'poi', 'il nido apre a marzo']);
  const text = textOfDoc(doc);
  const anchor = anchorAt(text, quoteRange(text, 'il nido apre a marzo'));
  runOf(doc, 0).delete(0, runOf(doc, 0).length);
  expect(findAnchor(textOfDoc(doc), anchor)).toEqual({ by: 'nothing' });
});

test('A6: a block that was moved and slightly changed is found by its likeness', () => {
  const doc = write(['prima', 'la stanza in prestito è libera solo fino alla fine di gennaio', 'poi']);
  const text = textOfDoc(doc);
  const anchor = anchorAt(text, quoteRange(text, 'in prestito è libera solo fino alla fine'));
  doc.getXmlFragment('content').delete(1, 1);
  appendBlock(doc.getXmlFragment('content'), 'paragraph', {}, [
    'la stanza in prestito è libera soltanto fino alla fine di gennaio',
  ]);
  const now = textOfDoc(doc);
  const found = findAnchor(now, anchor);
  expect(found.by !== 'nothing' && now.node.textBetween(found.from, found.to)).toBe(
    'in prestito è libera soltanto fino alla fine',
  );
});

test('a document rebuilt from its words alone gives its anchors back by quote', () => {
  const doc = write(['la stanza è libera fino a gennaio']);
  const text = textOfDoc(doc);
  const anchor = anchorAt(text, quoteRange(text, 'fino a gennaio'));
  const rebuilt = textOfDoc(write(['la stanza è libera fino a gennaio']));
  expect(findAnchor(rebuilt, anchor).by).toBe('quote');
});

test('words that are nowhere any more leave the anchor without a place, and a broken position does no harm', () => {
  const text = textOfDoc(write(['altro']));
  expect(findAnchor(text, { from: '!!!', to: '', quote: 'libera' })).toEqual({ by: 'nothing' });
});

test('a quote may run over a chip and from one block into the next', () => {
  const doc = new Y.Doc();
  const content = doc.getXmlFragment('content');
  appendBlock(content, 'paragraph', {}, ['con ', { chip: 'task', ref: '0', label: 'la domanda' }, ' fatta']);
  appendBlock(content, 'paragraph', {}, ['entro novembre']);
  const { node } = textOfDoc(doc);
  const range = findQuote(node, 'la domanda fatta\nentro');
  expect(range && node.textBetween(range.from, range.to, '|', (leaf) => leaf.attrs.label)).toBe(
    'la domanda fatta|entro',
  );
});
