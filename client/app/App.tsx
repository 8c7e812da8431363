/** Words, theme, toasts, routes. What it needs from the network comes in as props; main wires it. */
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/fonts.ts';
import { Router } from '@solidjs/router';
import { type JSX, Suspense } from 'solid-js';
import { type Messages, MessagesProvider } from '../messages/messages.tsx';
import { Announcer } from '../ui/announce.tsx';
import { Loading } from '../ui/notes.tsx';
import { ToastRegion } from '../ui/Toast.tsx';
import { routes } from './routes.tsx';
import { type Shell, ShellContext } from './shell.ts';
import { createTheme } from './theme.ts';

export type AppProps = Omit<Shell, 'theme'> & { messages: Messages };

export function App(props: AppProps): JSX.Element {
  const shell: Shell = {
    session: () => props.session(),
    online: () => props.online(),
    tasksWaiting: () => props.tasksWaiting(),
    unread: () => props.unread(),
    notices: () => props.notices(),
    device: props.device,
    search: (query) => props.search(query),
    signOut: (options) => props.signOut(options),
    languageChosen: (language) => props.languageChosen(language),
    theme: createTheme(),
  };
  return (
    <MessagesProvider messages={props.messages}>
      <ShellContext.Provider value={shell}>
        <Announcer>
          <ToastRegion>
            <Router root={(section) => <Suspense fallback={<Loading />}>{section.children}</Suspense>}>
              {routes}
            </Router>
          </ToastRegion>
        </Announcer>
      </ShellContext.Provider>
    </MessagesProvider>
  );
}
