/** Starts the client: first the words, then the page. The one place where the parts meet. */
import { render } from 'solid-js/web';
import { App } from './app/App.tsx';
import { createOnline } from './app/online.ts';
import { chooseLanguage } from './messages/languages.ts';
import { createMessages, loadCatalogue, rememberedLanguage } from './messages/messages.tsx';
import { loadFarFonts } from './ui/fonts.ts';

const language = chooseLanguage([rememberedLanguage(), ...navigator.languages]);
const messages = createMessages({ language, catalogue: await loadCatalogue(language) });

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');

render(
  () => (
    <App
      messages={messages}
      session={() => ({ state: 'signed-out' })}
      online={createOnline()}
      tasksWaiting={() => 0}
      notices={() => null}
      search={() => Promise.resolve([])}
      signOut={() => undefined}
      languageChosen={() => undefined}
    />
  ),
  place,
);

await loadFarFonts();
