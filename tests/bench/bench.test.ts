import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { clocksBefore, firstUpdate, keystroke, readClocks } from './load/edits.ts';
import { writeLongDocument } from './load/long-document.ts';
import type { TallyResult } from './load/tally.ts';

const program = fileURLToPath(new URL('main.ts', import.meta.url));

type Report = {
  readonly results: readonly {
    readonly scenario: string;
    readonly server: string;
    readonly figures: readonly { readonly name: string; readonly value: number }[];
    readonly details: { readonly played: Played };
  }[];
};
type Played = {
  readonly edits: TallyResult;
  readonly moves: TallyResult;
  readonly cpu: Readonly<Record<string, number>>;
  readonly closed: Readonly<Record<string, number>>;
};

test('bench: a quick conference on our server reports its figures, and every change reached everybody', async () => {
  const json = join(await temporaryFolder(), 'report.json');
  await promisify(execFile)(process.execPath, [program, 'conference', '--quick', '--json', json]);
  const { results }: Report = JSON.parse(await readFile(json, 'utf8'));
  const [result] = results;
  expect(results).toHaveLength(1);
  expect(result).toMatchObject({ scenario: 'conference', server: 'ours' });
  for (const { name, value } of result?.figures ?? []) expect.soft(value, name).toBeGreaterThan(0);
  expect(result?.figures.map(({ name }) => name)).toContain('CPU-seconds per million delivered');
  const played = result?.details.played;
  expect(played?.closed).toEqual({});
  expect(played?.cpu.server).toBeGreaterThan(0);
  expect(played?.cpu.database).toBeGreaterThan(0);
  for (const tally of [played?.edits, played?.moves]) {
    expect(tally?.made).toBeGreaterThan(100);
    expect(tally?.expected).toBe((tally?.made ?? 0) * 7);
    expect(tally?.arrived).toBe(tally?.expected);
    expect(tally?.gaps).toBe(0);
  }
}, 120_000);

describe('bench: the load', () => {
  test('a keystroke is the bytes that Yjs gives, and is recognised however updates are merged', () => {
    const client = 1_500_000_123;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, firstUpdate(client));
    const paragraph = doc.getXmlFragment('content').get(0);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined;
    if (!(text instanceof Y.XmlText)) throw new Error('a writer begins with a paragraph');
    doc.clientID = client;
    const typed: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => typed.push(update));
    const letters = 'abcdefghij klmnopqrst uvwxyz';
    for (let clock = clocksBefore; clock < clocksBefore + 50; clock++) {
      text.insert(text.length, letters.charAt(clock % letters.length));
      expect(keystroke(client, clock)).toEqual(typed.at(-1));
    }
    const merged = Y.mergeUpdates([firstUpdate(7), ...typed]);
    const runs: number[][] = [];
    readClocks({ bytes: merged, at: 0 }, (...run) => runs.push(run));
    expect(runs).toEqual([
      [client, clocksBefore, clocksBefore + 50],
      [7, 0, clocksBefore],
    ]);
  });

  test('a long document has as many updates as keystrokes, some of them deletions, and the clock it says', () => {
    const { updates, clientId, clock } = writeLongDocument(3_000, 42);
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    expect(updates).toHaveLength(3_000);
    expect(Y.getState(doc.store, clientId)).toBe(clock);
    expect(doc.store.pendingStructs).toBeNull();
    expect(clock).toBeLessThan(3_000);
  });
});
