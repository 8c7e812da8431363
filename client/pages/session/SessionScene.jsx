/** The scene of the pages one meets before being signed in: form at the start, the woven days and the 1522 at the end. */
import './session.css';
import { For } from 'solid-js';
import { languages, ownNames } from '../../messages/languages.ts';
import { useMessages } from '../../messages/messages.tsx';
import { TramaMark } from '../../ui/TramaMark.tsx';
import { Weave } from './Weave.tsx';
export function SessionScene(props) {
    const { t, language, setLanguage } = useMessages();
    return (<main class="si">
      <section class="si-f">
        <div class="si-m">
          <TramaMark />
          <b>Trama</b>
        </div>
        <div class="si-c">{props.children}</div>
        <div class="langs">
          <For each={languages}>
            {(code) => (<button type="button" lang={code} aria-pressed={code === language()} onClick={() => void setLanguage(code)}>
                {ownNames[code]}
              </button>)}
          </For>
        </div>
      </section>
      <section class="si-a">
        <Weave />
        <p class="danger">
          <Emphasised text={t('session.danger')} word="1522"/>
        </p>
      </section>
    </main>);
}
/** The number to call stands out of its sentence, wherever a language puts it. */
function Emphasised(props) {
    const at = () => props.text.indexOf(props.word);
    return (<>
      {props.text.slice(0, at())}
      <b>
        <a href={`tel:${props.word}`}>{props.word}</a>
      </b>
      {props.text.slice(at() + props.word.length)}
    </>);
}
