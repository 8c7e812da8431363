/** Starts the client: first the words, then the page. The one place where the parts meet. */
import { QueryClientProvider } from '@tanstack/solid-query';
import { createEffect } from 'solid-js';
import { render } from 'solid-js/web';
import { createQueryClient } from './api/query-client.ts';
import { createSession, SessionProvider, useSession } from './api/session.tsx';
import { App } from './app/App.tsx';
import { createOnline } from './app/online.ts';
import { browserLine, CollabProvider, useUnsavedWarning } from './collab/collab-context.tsx';
import { LeftBehindNotice } from './collab/LeftBehindNotice.tsx';
import { createOwnDevice, type OwnDevice } from './collab/own-device.ts';
import { LiveRecords } from './feed/LiveRecords.tsx';
import { chooseLanguage } from './messages/languages.ts';
import {
  createMessages,
  loadWords,
  type Messages,
  MessagesProvider,
  rememberedLanguage,
} from './messages/messages.tsx';
import { createSessionDocuments } from './pages/session/session-documents.ts';
import { createShellFacts } from './pages/session/shell-facts.tsx';
import { loadFarFonts } from './ui/fonts.ts';

/** The app, with what it needs from the network. */
function Live(props: { messages: Messages; device: OwnDevice }) {
  useUnsavedWarning();
  const session = useSession();
  // What was chosen on this device comes first; where nothing was, a person's account says which language is theirs.
  createEffect(() => {
    const now = session.state();
    if (now.kind === 'signed-in' && rememberedLanguage() === null)
      void props.messages.setLanguage(now.person.screenLanguage);
  });
  const online = createOnline();
  const facts = createShellFacts(props.device);
  return (
    <>
      <App messages={props.messages} online={online} {...facts} />
      <LeftBehindNotice />
    </>
  );
}

/**
 * A function, because words are a chunk that takes its helpers from this one: awaiting it while this module is still
 * being evaluated would wait for ever.
 */
async function start(): Promise<void> {
  const language = chooseLanguage([rememberedLanguage(), ...navigator.languages]);
  const messages = createMessages({ language, words: await loadWords(language) });
  const place = document.getElementById('app');
  if (!place) throw new Error('index.html has no #app');
  render(() => {
    const session = createSession();
    // Made once, outside the JSX: a prop is asked for again each time it is read.
    const queries = createQueryClient({ onSignedOut: session.ended });
    const device = createOwnDevice(() => {
      const now = session.state();
      return now.kind === 'signed-in' ? now.person.id : undefined;
    });
    const documents = createSessionDocuments(browserLine(), device.keptFor);
    return (
      <MessagesProvider messages={messages}>
        <SessionProvider session={session}>
          <QueryClientProvider client={queries}>
            <LiveRecords>
              <CollabProvider documents={documents}>
                <Live messages={messages} device={device} />
              </CollabProvider>
            </LiveRecords>
          </QueryClientProvider>
        </SessionProvider>
      </MessagesProvider>
    );
  }, place);
  await loadFarFonts();
}

void start();
