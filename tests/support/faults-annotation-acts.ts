/** What people do to annotations: hang them on words of a plan, write them live, answer, resolve. */
import * as Y from 'yjs';
import { anchorAt } from '../../client/editor/anchors.ts';
import { writeComposed, writeDifference } from '../../client/editor/annotations/text-difference.ts';
import { textStateOf } from '../../client/editor/text-state.ts';
import { Instant } from '../../shared/dates.ts';
import {
  addReply,
  addThread,
  readThreads,
  removeThread,
  reopenThread,
  resolveThread,
  threadText,
} from '../../shared/documents/annotations.ts';
import { GoalId, newId, type PersonId } from '../../shared/ids.ts';
import { createHeadlessEditor } from './faults-editor.ts';
import { type Actor, words } from './faults-words.ts';

const at = Instant.parse('2026-11-21T10:00:00.000Z');

export function createAnnotator(doc: Y.Doc, author: PersonId): Actor {
  const plan = new Y.Doc();
  const headless = createHeadlessEditor(plan.getXmlFragment('content'));
  headless.editor.view.dispatch(
    headless.editor.state.tr.insertText('Parole del piano a cui si appendono le annotazioni.'),
  );
  return {
    act(random) {
      const keys = [...readThreads(doc).keys()];
      const key = keys.length > 0 ? random.pick(keys) : undefined;
      const written = { author, createdAt: at, language: random.pick(['it', 'ar', 'zh'] as const) };
      const text = key === undefined ? undefined : threadText(doc, key);
      const state = textStateOf(headless.editor.state);
      if (key === undefined || (keys.length < 30 && random.chance(0.1))) {
        if (state === undefined) throw new Error('the editor is bound to its document');
        const from = random.between(1, 20);
        const anchor = anchorAt(state, { from, to: from + random.between(1, 20) });
        addThread(doc, newId(GoalId), { ...written, ...anchor, kind: 'comment', text: random.pick(words) });
        return;
      }
      random.pick<() => unknown>([
        () =>
          text &&
          writeDifference(
            text,
            `${[...text.toString()].slice(0, random.below(200)).join('')}${random.pick(words)}`,
          ),
        () => text && writeDifference(text, text.toString() + random.pick(words)),
        () => text && writeComposed(text, text.toString(), `家${text.toString()}`, []),
        () => addReply(doc, key, { ...written, text: random.pick(words) }),
        () => resolveThread(doc, key, { by: author, at }),
        () => reopenThread(doc, key),
        () => random.chance(0.2) && removeThread(doc, key),
      ])();
    },
    destroy: headless.destroy,
  };
}
