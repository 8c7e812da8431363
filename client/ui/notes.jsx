/** When there is nothing, not yet, or not for you. Each says what one may do next. */
import './notes.css';
import { createSignal, For, onCleanup, Show } from 'solid-js';
import IconAlert from '~icons/lucide/triangle-alert';
import { errorWords } from '../messages/errors.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from './Button.tsx';
import { PageHeading } from './PageHeading.tsx';
export function EmptyState(props) {
    return (<section class="empty" data-small={props.size === 'part' ? '' : undefined}>
      <Show when={props.size === 'part'} fallback={<PageHeading>{props.title}</PageHeading>}>
        <h2>{props.title}</h2>
      </Show>
      <Show when={props.children}>
        <p>{props.children}</p>
      </Show>
      <Show when={props.actions}>
        <div class="empty-a">{props.actions}</div>
      </Show>
    </section>);
}
/** Before this, showing anything would only flicker. */
const patienceMs = 150;
/** Nothing for 150 ms, then the shape of lines to come. */
export function Loading(props) {
    const { t } = useMessages();
    const [shown, setShown] = createSignal(false);
    const timer = setTimeout(() => setShown(true), patienceMs);
    onCleanup(() => clearTimeout(timer));
    const shortenings = () => Array.from({ length: props.lines ?? 4 }, (_, line) => [52, 8, 20, 4, 34][line % 5]);
    return (<Show when={shown()}>
      <div class="loading" role="status">
        <span class="sr">{t('ui.loading')}</span>
        <For each={shortenings()}>{(short) => <i style={{ '--short': `${short}%` }}/>}</For>
      </div>
    </Show>);
}
/** Codes where nothing is lost: said in ochre, not in red. */
const calmCodes = [
    'offline',
    'slow-down',
    'not-ready',
    'changed-meanwhile',
    'proposal-pending',
];
/** What went wrong and what one may do, in place. */
export function ErrorNote(props) {
    const { t } = useMessages();
    const words = () => errorWords(t, props.code, props.retryAfterSeconds);
    return (<div class="error-note" role="alert" data-calm={calmCodes.includes(props.code) ? '' : undefined}>
      <IconAlert class="i i-s" aria-hidden="true"/>
      <strong>{words().title}</strong>
      <p class="error-note-t">{words().next}</p>
      <Show when={props.onRetry || props.actions}>
        <div class="error-note-a">
          <Show when={props.onRetry}>
            {(retry) => (<Button small onClick={() => retry()()}>
                {t('ui.retry')}
              </Button>)}
          </Show>
          {props.actions}
        </div>
      </Show>
    </div>);
}
/** A whole page one may not open, or that isn't there: the same page for both. */
export function Refused(props) {
    const { t } = useMessages();
    const words = () => errorWords(t, 'not-available');
    return (<EmptyState title={words().title} actions={props.actions}>
      {words().next}
    </EmptyState>);
}
