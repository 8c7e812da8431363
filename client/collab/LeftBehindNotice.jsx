/** Over whatever page comes: one's own words of a document that was taken away, to be copied before they are gone. */
import './left-behind.css';
import '../ui/notes.css';
import { createSignal, For, Show } from 'solid-js';
import IconAlert from '~icons/lucide/triangle-alert';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { useCollab } from './collab-context.tsx';
export function LeftBehindNotice() {
    const { t } = useMessages();
    const { leftBehind } = useCollab();
    return (<Show when={leftBehind.words().length > 0}>
      <section class="left-behind" role="alert" aria-label={t('plan.leftBehind.title')}>
        <header>
          <IconAlert class="i i-s" aria-hidden="true"/>
          <h2>{t('plan.leftBehind.title')}</h2>
        </header>
        <For each={leftBehind.words()}>{(words) => <Words words={words}/>}</For>
      </section>
    </Show>);
}
function Words(props) {
    const { t } = useMessages();
    const { leftBehind } = useCollab();
    const [marked, setMarked] = createSignal(false);
    let place;
    const copy = async () => {
        try {
            await navigator.clipboard.writeText(props.words.text);
            leftBehind.copied(props.words);
        }
        catch {
            // Without the clipboard (a page served in the clear) the words are marked, to be copied by hand.
            if (place)
                getSelection()?.selectAllChildren(place);
            setMarked(true);
        }
    };
    return (<article>
      <h3>
        {t(`plan.document.${props.words.kind}`)}
        <Show when={props.words.label}>
          {(label) => (<>
              {': '}
              <bdi>{label()}</bdi>
            </>)}
        </Show>
      </h3>
      <p>{t(props.words.why === 'rebuilt' ? 'plan.leftBehind.rebuilt' : 'plan.leftBehind.why')}</p>
      <blockquote class="unsaved-words" dir="auto" ref={place}>
        {props.words.text}
      </blockquote>
      <Show when={marked()}>
        <p>{t('plan.leftBehind.byHand')}</p>
      </Show>
      <div class="left-behind-a">
        <Button small kind="primary" onClick={() => void copy()}>
          {props.words.copied ? t('plan.closed.copied') : t('plan.closed.copy')}
        </Button>
        <Button small onClick={() => leftBehind.dismiss(props.words)}>
          {props.words.copied ? t('ui.close') : t('plan.leftBehind.dismiss')}
        </Button>
      </div>
    </article>);
}
