/**
 * A part of the page in another language than the page's: for a device that is handed to somebody who reads something
 * else. The reader's own language stays what it is, here and on their next page.
 */
import { createResource, type JSX, Show } from 'solid-js';
import { isLanguage, type Language } from './languages.ts';
import { loadWords, MessagesProvider, messagesIn, useMessages } from './messages.tsx';

/** `language` may be one the screens don't speak: then the words stay as they are. */
export function InLanguage(props: { language: string; children: JSX.Element }): JSX.Element {
  const page = useMessages();
  const other = (): Language | undefined =>
    isLanguage(props.language) && props.language !== page.language() ? props.language : undefined;
  const [messages] = createResource(other, async (language) =>
    messagesIn(language, await loadWords(language)),
  );
  return (
    <Show when={other() && messages()} keyed fallback={<Show when={!other()}>{props.children}</Show>}>
      {(theirs) => (
        <div lang={theirs.language()} dir={theirs.direction()}>
          <MessagesProvider messages={theirs}>{props.children}</MessagesProvider>
        </div>
      )}
    </Show>
  );
}
