/** What people do to documents, done by the client's own modules and chosen by chance. */
import type * as Y from 'yjs';
import {
  confirmAllProposed,
  confirmAttendance,
  proposeAttendance,
  removeAttendance,
} from '../../client/editor/attendance.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { attendance } from '../../shared/documents/minutes.ts';
import type { PersonId } from '../../shared/ids.ts';
import { createAnnotator } from './faults-annotation-acts.ts';
import { createMapActor } from './faults-map-acts.ts';
import type { Random } from './faults-random.ts';
import { createTextActor } from './faults-text-acts.ts';
import { type Actor, people, words } from './faults-words.ts';

/** Everything that a page of such a document lets `me` do. `doc` has synced. */
export function createActor(kind: DocumentKind, doc: Y.Doc, me: PersonId): Actor {
  if (kind === 'network-map') return createMapActor(doc);
  if (kind === 'annotations') return createAnnotator(doc, me);
  const text = createTextActor(doc);
  if (kind !== 'minutes') return text;
  return {
    act: (random) => (random.chance(0.2) ? actOnAttendance(doc, random) : text.act(random)),
    destroy: text.destroy,
  };
}

function actOnAttendance(doc: Y.Doc, random: Random): void {
  const key = random.chance(0.5) ? random.pick(people) : `ospite ${random.below(5)}`;
  random.pick<() => void>([
    () => proposeAttendance(doc, random.shuffled(people).slice(0, 3)),
    () =>
      confirmAttendance(doc, key, {
        state: random.pick(['present', 'absent']),
        where: 'room',
        note: random.pick(words),
      }),
    () => confirmAllProposed(doc),
    () => attendance(doc).has(key) && removeAttendance(doc, key),
  ])();
}
