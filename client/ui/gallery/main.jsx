/**
 * Every plain component in every state, for those who build and for the accessibility test. Served only by
 * `npm run dev` at /ui/gallery/?lang=ar&theme=dark; no page links here and the build leaves it out.
 */
import '../tokens.css';
import '../base.css';
import './gallery.css';
import '../fonts.ts';
import { Router } from '@solidjs/router';
import { render } from 'solid-js/web';
import { chooseLanguage } from '../../messages/languages.ts';
import { createMessages, loadWords, MessagesProvider } from '../../messages/messages.tsx';
import { Toasts } from './floating.tsx';
import { Gallery } from './Gallery.tsx';
const asked = new URLSearchParams(location.search);
const language = chooseLanguage([asked.get('lang')]);
document.documentElement.dataset.theme = asked.get('theme') === 'dark' ? 'dark' : 'light';
const messages = createMessages({ language, words: await loadWords(language) });
const place = document.getElementById('gallery');
if (!place)
    throw new Error('the gallery has no place');
render(() => (<MessagesProvider messages={messages}>
      <Toasts>
        <Router root={() => <Gallery open={asked.get('open')}/>}/>
      </Toasts>
    </MessagesProvider>), place);
