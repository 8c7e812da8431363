/** From words of the plan or of minutes: a mediator is asked, and in the plan the question hangs on those words (A6). */
import { createSignal, type JSX, Show } from 'solid-js';
import { z } from 'zod';
import { instantOf } from '../../../shared/dates.ts';
import { addThread } from '../../../shared/documents/annotations.ts';
import { newId } from '../../../shared/ids.ts';
import { useMe } from '../../api/session.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import type { MediatorAsk } from '../../editor/annotations/passage-acts.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useRoom } from '../households/household-room.tsx';
import { type AboutPassage, RequestDialog } from '../mediation/RequestDialog.tsx';

export type AskMediator = {
  /** Undefined where the reader may not ask: the editor then doesn't offer it. */
  readonly ask: ((ask: MediatorAsk) => void) | undefined;
  readonly Dialog: () => JSX.Element;
};

/** `annotations`: where the question is hung; minutes have no annotations, and the request alone says what is asked. */
export function createAskMediator(
  text: () => SharedDocument | undefined,
  annotations: () => SharedDocument | undefined,
): AskMediator {
  const me = useMe();
  const room = useRoom();
  const { language } = useMessages();
  const [asked, setAsked] = createSignal<AboutPassage>();
  /** Made once for each asking: the thread that is hung has the key that the request names. */
  const about = (ask: MediatorAsk): AboutPassage | undefined => {
    const [shared, notes] = [text(), annotations()];
    if (!shared) return undefined;
    const thread = notes && ask.anchor ? newId(z.uuid()) : null;
    return {
      quote: ask.quote,
      passage: { documentId: shared.documentId, thread },
      onAsked(question) {
        if (!notes || !ask.anchor || !thread) return;
        addThread(notes.doc, thread, {
          ...ask.anchor,
          kind: 'question',
          author: me().id,
          createdAt: instantOf(new Date()),
          language: language(),
          text: question,
        });
      },
    };
  };
  return {
    get ask() {
      return room.household().can.requestMediation
        ? (ask: MediatorAsk) => void setAsked(about(ask))
        : undefined;
    },
    Dialog: () => (
      <Show when={asked()} keyed>
        {(words) => <RequestDialog about={words} onClose={() => setAsked(undefined)} />}
      </Show>
    ),
  };
}
