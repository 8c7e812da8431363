/** How much of a text can be read in a language, and how much of that is stale: in words, with a thin bar. */
import { type JSX, Show } from 'solid-js';
import type { InLanguage } from '../../../shared/documents/translations.ts';
import { useMessages } from '../../messages/messages.tsx';

export function Coverage(props: { read: InLanguage }): JSX.Element {
  const { t } = useMessages();
  const part = (n: number) => `${(100 * n) / Math.max(1, props.read.total)}%`;
  return (
    <div class="tl-cover">
      <span class="num">
        {t('translations.coverage', { readable: props.read.readable, total: props.read.total })}
        <Show when={props.read.stale > 0}>
          {' · '}
          <b class="late">{t('translations.staleCount', { n: props.read.stale })}</b>
        </Show>
      </span>
      <span class="tl-bar" aria-hidden="true">
        <i style={{ 'inline-size': part(Math.max(0, props.read.readable - props.read.stale)) }} />
        <i data-stale="" style={{ 'inline-size': part(Math.min(props.read.stale, props.read.readable)) }} />
      </span>
    </div>
  );
}
