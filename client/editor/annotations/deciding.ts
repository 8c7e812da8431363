/** What this page does with suggestions: takes them into the plan, refuses them, and undoes what two did at once. */
import type { Editor } from '@tiptap/core';
import { createEffect, createSignal, onCleanup } from 'solid-js';
import { type Acceptance, outcomeOf } from '../../../shared/documents/annotations.ts';
import type { Found } from '../anchors.ts';
import { textStateOf } from '../text-state.ts';
import type { AnnotationList } from './annotation-list.ts';
import { foundThreads } from './highlights.ts';
import type { SuggestionActs } from './SuggestionBody.tsx';
import { doubledIn, standingOf, standsIn, takeOut, writeSuggestion } from './suggestions.ts';

export type Deciding = {
  /** Undefined where one may not write the plan. */
  actsFor(key: string): SuggestionActs | undefined;
};

/** Letters that this page set in, by whom they were counted: its Yjs client and clock. */
const nameOf = ({ client, clock }: Acceptance): string => `${client} ${clock}`;

/** Call inside an owner. `onDoubled`: somebody else accepted the same at the same moment, and theirs stands. */
export function createDeciding(
  editor: Editor,
  list: AnnotationList,
  mayDecide: () => boolean,
  onDoubled: () => void,
): Deciding {
  const [edits, setEdits] = createSignal(0);
  const own = new Set<string>();
  const count = ({ transaction }: { transaction: { docChanged: boolean } }) => {
    if (transaction.docChanged) setEdits((before) => before + 1);
  };
  editor.on('transaction', count);
  onCleanup(() => editor.off('transaction', count));
  const fragment = () => textStateOf(editor.state)?.fragment;
  const placeOf = (key: string): Exclude<Found, { by: 'nothing' }> | undefined => {
    const place = foundThreads(editor.state).get(key);
    return place && place.by !== 'nothing' ? place : undefined;
  };

  // One's own letters go again when another acceptance comes before one's own in the list.
  createEffect(() => {
    for (const thread of list.threads().values()) {
      if (thread.kind !== 'suggestion' || !mayDecide()) continue;
      const mine = doubledIn(thread).filter((accepts) => own.has(nameOf(accepts)));
      const text = fragment();
      if (mine.length === 0 || !text) continue;
      queueMicrotask(() => {
        for (const accepts of mine) {
          own.delete(nameOf(accepts));
          if (takeOut(text, accepts)) onDoubled();
        }
      });
    }
  });

  return {
    actsFor(key) {
      const thread = () => list.threads().get(key);
      if (thread()?.kind !== 'suggestion' || !mayDecide()) return undefined;
      return {
        standing() {
          edits();
          const suggestion = thread();
          return suggestion ? standingOf(editor, suggestion, placeOf(key)) : { state: 'gone' };
        },
        accept() {
          const suggestion = thread();
          const place = placeOf(key);
          const client = fragment()?.doc?.clientID;
          if (!suggestion || outcomeOf(suggestion) || !place || client === undefined) return;
          const { state } = standingOf(editor, suggestion, place);
          const accepts =
            state === 'already'
              ? { client, clock: 0, length: 0 }
              : writeSuggestion(editor, suggestion, place);
          if (!accepts) return;
          if (accepts.length > 0) own.add(nameOf(accepts));
          list.accepted(key, accepts);
        },
        refuse: (why) => list.refuse(key, why),
        isDoubled() {
          edits();
          const [suggestion, text] = [thread(), fragment()];
          if (!suggestion || !text) return false;
          return doubledIn(suggestion).some(
            (accepts) => !own.has(nameOf(accepts)) && standsIn(text, accepts),
          );
        },
        takeDoubleOut() {
          const [suggestion, text] = [thread(), fragment()];
          if (suggestion && text) for (const accepts of doubledIn(suggestion)) takeOut(text, accepts);
        },
      };
    },
  };
}
