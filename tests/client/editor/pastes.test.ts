import { Fragment, Slice } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createHeadlessEditor } from '../../support/faults-editor.ts';

test('half a character on the clipboard becomes the sign for one, the same here and for everybody else', () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment('content');
  fragment.push([new Y.XmlElement('paragraph')]);
  const headless = createHeadlessEditor(fragment);
  const { schema } = headless.editor;
  headless.paste(new Slice(Fragment.from(schema.text('la \ud83d di casa 👩', [schema.mark('bold')])), 0, 0));
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  expect(fragment.toString()).toContain('<bold>la \ufffd di casa 👩</bold>');
  expect(other.getXmlFragment('content').toString()).toBe(fragment.toString());
  headless.destroy();
});
