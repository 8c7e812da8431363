import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { instantOf } from '../../../shared/dates.ts';
import {
  addReply,
  addThread,
  type NewThread,
  readThreads,
  reopenThread,
  resolveThread,
  threads,
  threadText,
} from '../../../shared/documents/annotations.ts';
import { newId, PersonId } from '../../../shared/ids.ts';

const author = newId(PersonId);
const thread = (at: string): NewThread => ({
  kind: 'translation',
  author,
  createdAt: instantOf(new Date(at)),
  language: 'ar',
  quote: 'un nido vicino',
  from: 'AA==',
  to: 'AQ==',
  text: 'حضانة قريبة',
});

describe('A6: annotations beside the plan', () => {
  test('A6: an entry that isn’t a thread is left out and doesn’t hide the others', () => {
    const doc = new Y.Doc();
    threads(doc).set('broken', new Y.Map<unknown>([['kind', 'poem']]));
    addThread(doc, 'good', thread('2026-11-21T10:00:00Z'));
    expect([...readThreads(doc).keys()]).toEqual(['good']);
  });

  test('A6: threads are read oldest first, with their live text, replies and resolution', () => {
    const doc = new Y.Doc();
    addThread(doc, 'later', thread('2026-11-21T11:00:00Z'));
    addThread(doc, 'sooner', thread('2026-11-21T10:00:00Z'));
    threadText(doc, 'sooner')?.insert(0, '…');
    const reply = {
      author,
      createdAt: instantOf(new Date('2026-11-21T12:00:00Z')),
      language: 'it',
      text: 'Grazie',
    } as const;
    addReply(doc, 'sooner', reply);
    resolveThread(doc, 'later', { by: author, at: reply.createdAt });
    expect([...readThreads(doc)]).toMatchObject([
      ['sooner', { text: '…حضانة قريبة', replies: [reply] }],
      ['later', { resolved: { by: author } }],
    ]);
    reopenThread(doc, 'later');
    expect(readThreads(doc).get('later')?.resolved).toBeUndefined();
  });
});
