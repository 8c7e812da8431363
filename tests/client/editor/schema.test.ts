import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { schemaExtensions } from '../../../client/editor/schema.ts';
import { markAttributes, nodeAttributes } from '../../../shared/documents/rich-text.ts';

const schema = getSchema(schemaExtensions());
const attributeNames = (type: { spec: { attrs?: object | undefined } }) =>
  Object.keys(type.spec.attrs ?? {}).sort();

test('the editor has the nodes of the shared schema, none missing and none more', () => {
  const own = Object.keys(schema.nodes).filter((name) => name !== 'doc' && name !== 'text');
  expect(own.sort()).toEqual(Object.keys(nodeAttributes).sort());
});

test('each node has the attributes of the shared schema, none missing and none more', () => {
  for (const [name, attributes] of Object.entries(nodeAttributes)) {
    const type = schema.nodes[name];
    expect(type && attributeNames(type), name).toEqual(Object.keys(attributes.shape).sort());
  }
});

test('the editor has the marks of the shared schema, with the same attributes', () => {
  expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(markAttributes).sort());
  for (const [name, attributes] of Object.entries(markAttributes)) {
    const type = schema.marks[name];
    expect(type && attributeNames(type), name).toEqual(Object.keys(attributes.shape).sort());
  }
});

test('what the editor stores by itself passes the shared schema: a default is null, which Yjs leaves out, or valid', () => {
  for (const [name, attributes] of Object.entries(nodeAttributes)) {
    const defaults = schema.nodes[name]?.createAndFill()?.attrs ?? {};
    const stored = Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== null));
    expect(attributes.safeParse(stored).success, `${name} ${JSON.stringify(stored)}`).toBe(true);
  }
  const link = schema.marks.link?.create({ href: 'https://example.org' });
  expect(markAttributes.link.safeParse(link?.attrs).success).toBe(true);
});
