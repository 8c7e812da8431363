/** `?`: which keys do what. */
import './palette.css';
import { For, type JSX } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { commandKey, Kbd } from '../ui/Kbd.tsx';
import { letterOf, type Place } from './places.ts';

export type KeyboardHelpProps = { open: boolean; onClose: () => void; places: readonly Place[] };

export default function KeyboardHelp(props: KeyboardHelpProps): JSX.Element {
  const { t } = useMessages();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('app.keys')} description={t('keys.intro')}>
      <div class="keys">
        <h3>{t('keys.anywhere')}</h3>
        <dl>
          <dt>{t('keys.palette')}</dt>
          <dd>
            <Kbd>{commandKey()}K</Kbd>
          </dd>
          <dt>{t('keys.help')}</dt>
          <dd>
            <Kbd>?</Kbd>
          </dd>
          <dt>{t('keys.close')}</dt>
          <dd>
            <Kbd>Esc</Kbd>
          </dd>
          <dt>{t('keys.band')}</dt>
          <dd>
            <Kbd>←</Kbd>
            <Kbd>→</Kbd>
          </dd>
        </dl>
        <h3>{t('threads.keys')}</h3>
        <dl>
          <dt>{t('threads.keysAnnotate')}</dt>
          <dd>
            <Kbd>{commandKey()}⇧A</Kbd>
          </dd>
          <dt>{t('threads.keysSuggest')}</dt>
          <dd>
            <Kbd>{commandKey()}⇧S</Kbd>
          </dd>
          <dt>{t('threads.keysNext')}</dt>
          <dd>
            <Kbd>Alt ↓</Kbd>
            <Kbd>Alt ↑</Kbd>
          </dd>
          <dt>{t('threads.keysCard')}</dt>
          <dd>
            <Kbd>Alt ↵</Kbd>
            <Kbd>Esc</Kbd>
          </dd>
        </dl>
        <h3>{t('keys.go')}</h3>
        <dl>
          <For each={props.places}>
            {(place) => (
              <>
                <dt>{t(place.label)}</dt>
                <dd>
                  <Kbd>G</Kbd>
                  {t('keys.after')}
                  <Kbd>{letterOf(place)}</Kbd>
                </dd>
              </>
            )}
          </For>
        </dl>
      </div>
    </Dialog>
  );
}
