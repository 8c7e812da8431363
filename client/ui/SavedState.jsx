/** Whether what is on the screen is committed. It never promises: "saved" is shown only after the server said so. */
import './state.css';
import { Match, Switch } from 'solid-js';
import IconSaved from '~icons/lucide/circle-check';
import IconClock from '~icons/lucide/clock';
import { useMessages } from '../messages/messages.tsx';
import { Ring } from './state.tsx';
export function SavedState(props) {
    const { t } = useMessages();
    const unsaved = () => (props.saved.state === 'offline' ? props.saved.unsaved : 0);
    return (<span class="saved" data-state={props.saved.state} role="status">
      <Switch>
        <Match when={props.saved.state === 'saved'}>
          <IconSaved class="i i-s" aria-hidden="true"/>
          {t('app.saved')}
        </Match>
        <Match when={props.saved.state === 'saving'}>
          <Ring state="none" decorative/>
          {t('app.saving')}
        </Match>
        <Match when={unsaved() === 0}>
          <IconClock class="i i-s" aria-hidden="true"/>
          {t('app.offlineSaved')}
        </Match>
        <Match when={unsaved() > 0}>
          <IconClock class="i i-s" aria-hidden="true"/>
          <span class="saved-long">{t('app.offlineUnsaved', { count: unsaved() })}</span>
          <span class="saved-short">{t('app.offlineUnsavedShort', { count: unsaved() })}</span>
        </Match>
      </Switch>
    </span>);
}
