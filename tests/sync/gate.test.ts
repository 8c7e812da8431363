import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { examine, type Verdict } from '../../server/sync/gate/gate.ts';
import { Instant } from '../../shared/dates.ts';
import {
  addReply,
  addThread,
  readThreads,
  resolveThread,
  setThreadFields,
  threads,
} from '../../shared/documents/annotations.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { rootsOf } from '../../shared/documents/kinds.ts';
import { newId, PersonId } from '../../shared/ids.ts';
import { Limits } from '../../shared/sync/protocol.ts';
import {
  createTextPage,
  editAttendance,
  editMap,
  editThreads,
  type Step,
  steps,
} from '../support/sync-edits.ts';

const anna = newId(PersonId);
const bilal = newId(PersonId);
const at = Instant.parse('2026-11-21T10:00:00.000Z');

/** The server's side of one document: what passes is applied, and client ids belong to whoever wrote first. */
function createKeeper(kind: DocumentKind) {
  const doc = new Y.Doc();
  for (const [name, type] of Object.entries(rootsOf[kind])) {
    if (type === 'map') doc.getMap(name);
    else doc.getXmlFragment(name);
  }
  const owners = new Map<number, PersonId>();
  return {
    doc,
    owners,
    offer(update: Uint8Array, writer: PersonId = anna): Verdict {
      const ownerOf = (id: number) => owners.get(id);
      const verdict = examine(update, { doc, kind, ownerOf, writer, mostBytes: Limits.updateBytes });
      if (verdict.kind !== 'sound') return verdict;
      for (const clientId of verdict.claims) owners.set(clientId, writer);
      Y.applyUpdate(doc, verdict.update);
      return verdict;
    },
  };
}

const stateOf = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex');
const isSettled = (doc: Y.Doc): boolean => doc.store.pendingStructs === null && doc.store.pendingDs === null;

/** The update of one change to a fresh document. */
function updateOf(change: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc));
  return Y.encodeStateAsUpdate(doc, before);
}

const refusalOf = (kind: DocumentKind, change: (doc: Y.Doc) => void) =>
  createKeeper(kind).offer(updateOf(change));
const unsound = (reason: string) => ({ kind: 'unsound', reason });

function paragraph(doc: Y.Doc, text = 'parole'): Y.XmlText {
  const block = new Y.XmlElement('paragraph');
  const words = new Y.XmlText(text);
  doc.getXmlFragment('content').push([block]);
  block.push([words]);
  return words;
}

describe('gate: an update is refused before anything is applied when', () => {
  test('it writes to a root that the document does not have', () => {
    expect(refusalOf('care-plan', (doc) => doc.getMap('nodes').set('a', 1))).toEqual(unsound('unknown-root'));
    expect(refusalOf('care-plan', (doc) => doc.getText('__proto__').insert(0, 'x'))).toEqual(
      unsound('unknown-root'),
    );
  });

  test('E4: it says an annotation, an answer or a resolution in another person’s name', () => {
    const keeper = createKeeper('annotations');
    const mine = new Y.Doc();
    const said = (author: PersonId) => ({ author, createdAt: at, language: 'it' as const });
    const hang = (author: PersonId, key: string) => (doc: Y.Doc) =>
      addThread(doc, key, {
        ...said(author),
        kind: 'comment',
        quote: 'q',
        from: 'AA==',
        to: 'AA==',
        text: 'w',
      });
    expect(keeper.offer(updateOf(hang(bilal, 'his')))).toEqual(unsound('foreign-author'));
    expect(keeper.offer(updateOf(hang(anna, 'hers'), mine)).kind).toBe('sound');

    const lies: readonly ((doc: Y.Doc) => void)[] = [
      (doc) => addReply(doc, 'hers', { ...said(bilal), text: 'mai detto' }),
      (doc) => resolveThread(doc, 'hers', { by: bilal, at }),
      (doc) => setThreadFields(doc, 'hers', { outcome: { outcome: 'accepted', by: bilal, at } }),
      (doc) => threads(doc).get('hers')?.set('author', bilal),
    ];
    for (const lie of lies) {
      const page = new Y.Doc();
      Y.applyUpdate(page, Y.encodeStateAsUpdate(keeper.doc));
      expect(keeper.offer(updateOf(lie, page))).toEqual(unsound('foreign-author'));
      expect(readThreads(keeper.doc).get('hers')).toMatchObject({ author: anna, replies: [] });
    }

    // A whole replica that comes back brings what others said, which is known, and its own answer.
    const back = new Y.Doc();
    Y.applyUpdate(back, Y.encodeStateAsUpdate(keeper.doc));
    addReply(back, 'hers', { ...said(bilal), text: 'sì' });
    expect(keeper.offer(Y.encodeStateAsUpdate(back), bilal).kind).toBe('sound');
    expect(readThreads(keeper.doc).get('hers')?.replies).toMatchObject([{ author: bilal }]);
  });

  test('it brings a block, a mark or an attribute that the schema does not have', () => {
    const push = (name: string) => (doc: Y.Doc) =>
      doc.getXmlFragment('content').push([new Y.XmlElement(name)]);
    expect(refusalOf('care-plan', push('script'))).toEqual(unsound('unknown-content'));
    expect(refusalOf('care-plan', push('constructor'))).toEqual(unsound('unknown-content'));
    expect(refusalOf('care-plan', (doc) => paragraph(doc).format(0, 2, { blink: {} }))).toEqual(
      unsound('unknown-content'),
    );
    expect(
      refusalOf('care-plan', (doc) => {
        const block = new Y.XmlElement('paragraph');
        doc.getXmlFragment('content').push([block]);
        block.setAttribute('onclick', 'alert(1)');
      }),
    ).toEqual(unsound('unknown-content'));
  });

  test('a link leads to a script', () => {
    const link = (href: string) => (doc: Y.Doc) => paragraph(doc).format(0, 2, { link: { href } });
    expect(refusalOf('care-plan', link('javascript:alert(1)'))).toEqual(unsound('unknown-content'));
    expect(refusalOf('care-plan', link('https://example.org')).kind).toBe('sound');
  });

  test('it brings contents that nothing here is made of', () => {
    const put = (value: unknown) => (doc: Y.Doc) => doc.getMap('attendance').set('guest', value);
    expect(refusalOf('minutes', put(new Y.Doc()))).toEqual(unsound('unknown-content'));
    expect(refusalOf('minutes', put(new Uint8Array(3)))).toEqual(unsound('unknown-content'));
    expect(refusalOf('minutes', put({ state: 'asleep' }))).toEqual(unsound('unknown-content'));
    expect(refusalOf('minutes', put({ state: 'present' })).kind).toBe('sound');
    expect(
      refusalOf('care-plan', (doc) =>
        doc.getXmlFragment('content').push([new Y.XmlHook('x') as unknown as Y.XmlElement]),
      ),
    ).toEqual(unsound('unknown-content'));
  });

  test('a map gets a field it does not have, a value of the wrong type or a key into prototypes', () => {
    const set = (key: string, fields: [string, unknown][]) => (doc: Y.Doc) =>
      doc.getMap('nodes').set(key, new Y.Map(fields));
    expect(refusalOf('network-map', set('a', [['colour', 'red']]))).toEqual(unsound('unknown-content'));
    expect(refusalOf('network-map', set('a', [['x', 'left']]))).toEqual(unsound('unknown-content'));
    expect(refusalOf('network-map', set('__proto__', [['x', 1]]))).toEqual(unsound('unknown-name'));
    expect(refusalOf('network-map', set('a', [['x', 1]])).kind).toBe('sound');
  });

  test('an annotation brings a field, a kind or an answer that annotations do not have', () => {
    const thread = (fields: Record<string, unknown>) => (doc: Y.Doc) =>
      doc.getMap('threads').set('a', new Y.Map(Object.entries(fields)));
    const answer = (reply: unknown) => (doc: Y.Doc) => {
      const replies = new Y.Array();
      doc.getMap('threads').set('a', new Y.Map([['replies', replies]]));
      replies.push([reply]);
    };
    const said = { author: anna, createdAt: '2026-11-21T10:00:00.000Z', language: 'it', text: 'sì' };
    const letters = { client: 7, clock: 3, length: 12 };
    for (const bad of [
      thread({ kind: 'order' }),
      thread({ replacement: 'x'.repeat(4001) }),
      thread({ outcome: { outcome: 'accepted' } }),
      thread({ mentions: ['everybody'] }),
      thread({ before: 'x'.repeat(201) }),
      thread({ alike: -1 }),
      thread({ letters: 'A'.repeat(3001) }),
      thread({ takenAway: 'yesterday' }),
      answer({ ...said, key: 'mine' }),
      answer({ ...said, accepts: { ...letters, length: -1 } }),
      answer({ ...said, accepts: { ...letters, text: 'words' } }),
      answer({ ...said, mentions: ['everybody'] }),
    ])
      expect(refusalOf('annotations', bad)).toEqual(unsound('unknown-content'));
    for (const good of [
      thread({ kind: 'suggestion', replacement: '', before: 'la ', after: ' è', alike: 0, letters: 'AQEH' }),
      thread({ outcome: { outcome: 'refused', by: anna, at: said.createdAt }, takenAway: said.createdAt }),
      answer({ ...said, key: '01940000-0000-7000-8000-000000000001', mentions: [bilal], accepts: letters }),
      answer({ ...said, text: '', takenAway: said.createdAt, editedAt: said.createdAt }),
    ])
      expect(refusalOf('annotations', good).kind).toBe('sound');
  });

  test('it nests deeper than the limit', () => {
    const nest = (depth: number) => (doc: Y.Doc) => {
      let inner: Y.XmlFragment = doc.getXmlFragment('content');
      for (let level = 0; level < depth; level++) {
        const quote = new Y.XmlElement('blockquote');
        inner.push([quote]);
        inner = quote;
      }
    };
    expect(refusalOf('care-plan', nest(Limits.depth + 1))).toEqual(unsound('too-deep'));
    expect(refusalOf('care-plan', nest(Limits.depth)).kind).toBe('sound');
  });

  test('it is larger than the limit', () => {
    expect(refusalOf('care-plan', (doc) => paragraph(doc, 'x'.repeat(Limits.updateBytes)))).toEqual(
      unsound('too-large'),
    );
  });

  test('its bytes end too early or go on after the end', () => {
    const update = updateOf((doc) => paragraph(doc));
    const { offer } = createKeeper('care-plan');
    expect(offer(update.slice(0, -3))).toEqual(unsound('undecodable'));
    expect(offer(new Uint8Array([...update, 7]))).toEqual(unsound('trailing-bytes'));
    expect(offer(update).kind).toBe('sound');
  });

  test("it is written under another person's client id", () => {
    const keeper = createKeeper('care-plan');
    const page = new Y.Doc();
    expect(
      keeper.offer(
        updateOf((doc) => paragraph(doc), page),
        anna,
      ).kind,
    ).toBe('sound');
    expect(
      keeper.offer(
        updateOf((doc) => paragraph(doc), page),
        bilal,
      ),
    ).toEqual(unsound('foreign-client'));
  });

  test('it hangs on itself or on its own future', () => {
    const { offer } = createKeeper('care-plan');
    // One client, one string item at clock 0 whose left neighbour is its own clock 0.
    const selfish = new Uint8Array([1, 1, 5, 0, 0x84, 5, 0, 1, 120, 0]);
    expect(offer(selfish)).toEqual(unsound('impossible-id'));
  });

  test('two of its clients wait for each other', () => {
    const { offer } = createKeeper('care-plan');
    const circle = new Uint8Array([2, 1, 6, 0, 0x84, 5, 0, 1, 120, 1, 5, 0, 0x84, 6, 0, 1, 121, 0]);
    expect(offer(circle)).toEqual({ kind: 'gap' });
  });
});

test('gate: what hangs on something unknown, or deletes it, is a gap and is asked for again', () => {
  const { offer } = createKeeper('care-plan');
  const page = new Y.Doc();
  updateOf((doc) => paragraph(doc), page);
  expect(offer(updateOf((doc) => paragraph(doc), page))).toEqual({ kind: 'gap' });
  const deletion = updateOf((doc) => doc.getXmlFragment('content').delete(0), page);
  expect(offer(deletion)).toEqual({ kind: 'gap' });
  expect(offer(Y.encodeStateAsUpdate(page)).kind).toBe('sound');
});

test('gate: what is in the document already is nothing new, deletions too', () => {
  const { offer } = createKeeper('care-plan');
  const page = new Y.Doc();
  updateOf((doc) => paragraph(doc), page);
  page.getXmlFragment('content').delete(0);
  const update = Y.encodeStateAsUpdate(page);
  expect(offer(update).kind).toBe('sound');
  expect(offer(update)).toEqual({ kind: 'nothing-new' });
  expect(offer(new Uint8Array([0, 0]))).toEqual({ kind: 'nothing-new' });
});

test("gate: a forged copy of known words can't ride along with a new one", () => {
  const keeper = createKeeper('care-plan');
  const honest = new Y.Doc();
  honest.clientID = 77;
  keeper.offer(
    updateOf((doc) => paragraph(doc, 'vero'), honest),
    anna,
  );
  const forger = new Y.Doc();
  forger.clientID = 77;
  paragraph(forger, 'falso');
  forger.clientID = 78;
  paragraph(forger, 'nuovo');
  const verdict = keeper.offer(Y.encodeStateAsUpdate(forger), bilal);
  // The forged part has a character more than the known one: that is news under a foreign id.
  expect(verdict).toEqual(unsound('foreign-client'));
  const shorter = new Y.Doc();
  shorter.clientID = 77;
  paragraph(shorter, 'fals');
  shorter.clientID = 78;
  paragraph(shorter, 'nuovo');
  const cut = keeper.offer(Y.encodeStateAsUpdate(shorter), bilal);
  expect(cut.kind).toBe('sound');
  if (cut.kind === 'sound') expect([...Y.parseUpdateMeta(cut.update).from.keys()]).toEqual([78]);
});

type Editing = {
  readonly kind: DocumentKind;
  readonly edit: (doc: Y.Doc, writer: PersonId) => (step: Step) => void;
};

const editings: Editing[] = [
  { kind: 'care-plan', edit: createTextPage },
  { kind: 'network-map', edit: (doc) => (step) => editMap(doc, step) },
  { kind: 'annotations', edit: (doc, writer) => (step) => editThreads(doc, writer, step) },
  { kind: 'minutes', edit: (doc) => (step) => editAttendance(doc, step) },
];

describe.each(editings)('gate: $kind', ({ kind, edit }) => {
  test('honest edits of two pages, live, merged or after a return, are never refused', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(2), { minLength: 30, maxLength: 30 }), (all, turns) => {
        const keeper = createKeeper(kind);
        const pages = [anna, bilal].map((writer) => ({
          writer,
          doc: new Y.Doc(),
          unsent: [] as Uint8Array[],
        }));
        const edits = pages.map(({ doc, unsent, writer }) => {
          doc.on('update', (update: Uint8Array, origin: unknown) => origin !== keeper && unsent.push(update));
          return edit(doc, writer);
        });
        all.forEach((step, index) => {
          const turn = turns[index] ?? 0;
          const page = pages[turn % 2];
          if (page === undefined) return;
          edits[turn % 2]?.(step);
          if (turn === 2) return; // it goes on offline for a while
          const sent = step.what % 2 === 0 ? [Y.mergeUpdates(page.unsent)] : page.unsent;
          for (const update of page.unsent.length > 0 ? sent : []) {
            expect(keeper.offer(update, page.writer).kind).not.toMatch(/unsound|gap/);
          }
          page.unsent.length = 0;
          // The text page holds what it wrote itself; a foreign change would need an editor to follow it.
          if (kind !== 'care-plan') Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(keeper.doc), keeper);
        });
        for (const { doc, writer } of pages) {
          const step2 = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(keeper.doc));
          expect(keeper.offer(step2, writer).kind).not.toMatch(/unsound|gap/);
        }
        expect(isSettled(keeper.doc)).toBe(true);
        const together = pages.map(({ doc }) => Y.encodeStateAsUpdate(doc));
        const expected = new Y.Doc();
        for (const update of together) Y.applyUpdate(expected, update);
        expect(keeper.doc.toJSON()).toEqual(reread(kind, expected));
      }),
      { numRuns: 60 },
    );
  });

  test('garbage made from honest edits never throws, and what passes leaves a document that loads again', () => {
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.tuple(fc.nat(4000), fc.nat(255), fc.nat(2)), { minLength: 1, maxLength: 4 }),
        (all, damages) => {
          const keeper = createKeeper(kind);
          const page = new Y.Doc();
          const editPage = edit(page, anna);
          for (const step of all.slice(0, -1)) editPage(step);
          keeper.offer(Y.encodeStateAsUpdate(page));
          const known = Y.encodeStateVector(page);
          const [last] = all.slice(-1);
          if (last !== undefined) editPage(last);
          const before = stateOf(keeper.doc);
          const verdict = keeper.offer(damage(Y.encodeStateAsUpdate(page, known), damages));
          if (verdict.kind !== 'sound') expect(stateOf(keeper.doc)).toBe(before);
          expect(isSettled(keeper.doc)).toBe(true);
          const reloaded = new Y.Doc();
          Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(keeper.doc));
          expect(stateOf(reloaded)).toBe(stateOf(keeper.doc));
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('gate: random bytes never pass as anything but nothing, and never throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const keeper = createKeeper('care-plan');
      const verdict = keeper.offer(bytes);
      if (verdict.kind !== 'sound') expect(stateOf(keeper.doc)).toBe(stateOf(new Y.Doc()));
      expect(isSettled(keeper.doc)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

function reread(kind: DocumentKind, doc: Y.Doc): unknown {
  const keeper = createKeeper(kind);
  Y.applyUpdate(keeper.doc, Y.encodeStateAsUpdate(doc));
  return keeper.doc.toJSON();
}

function damage(update: Uint8Array, damages: readonly (readonly [number, number, number])[]): Uint8Array {
  let bytes = [...update];
  for (const [where, value, how] of damages) {
    const at = where % (bytes.length || 1);
    if (how === 0) bytes[at] = value;
    else if (how === 1) bytes = [...bytes.slice(0, at), ...bytes.slice(at + 1 + (value % 3))];
    else bytes = [...bytes.slice(0, at), value, ...bytes.slice(at)];
  }
  return new Uint8Array(bytes);
}
