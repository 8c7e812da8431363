import { expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  confirmAllProposed,
  confirmAttendance,
  proposeAttendance,
} from '../../../client/editor/attendance.ts';
import { readAttendance } from '../../../shared/documents/minutes.ts';
import { newId, PersonId } from '../../../shared/ids.ts';

const irene = newId(PersonId);
const hanan = newId(PersonId);

test('X2: whoever is present is proposed, and a line a person wrote is never changed by that', () => {
  const doc = new Y.Doc();
  confirmAttendance(doc, hanan, { state: 'absent', note: 'ha mandato una nota' });
  proposeAttendance(doc, [irene, hanan]);
  expect(readAttendance(doc).get(irene)).toEqual({ state: 'proposed', where: 'online' });
  expect(readAttendance(doc).get(hanan)).toEqual({ state: 'absent', note: 'ha mandato una nota' });
});

test('X2: proposals become presence when a person confirms them', () => {
  const doc = new Y.Doc();
  proposeAttendance(doc, [irene]);
  confirmAllProposed(doc);
  expect(readAttendance(doc).get(irene)?.state).toBe('present');
});
