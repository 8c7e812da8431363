/** On the plan's page: the languages it can be read in, with how much of it, and how much of that is stale. */
import './translations.css';
import { A } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { readThreads } from '../../../shared/documents/annotations.ts';
import { readPassages } from '../../../shared/documents/passages.ts';
import { inLanguage, translatedInto } from '../../../shared/documents/translations.ts';
import { useMe } from '../../api/session.tsx';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useRoom } from '../households/household-room.tsx';
import { addressIn } from './addresses.ts';
import { createReading } from './in-language.ts';
import { planLanguage } from './Words.tsx';

/** A line that counts may come late: while eight people write it must cost them nothing. In milliseconds. */
const everyMs = 2000;

export function PlanLanguages(props: {
  plan: SharedDocument;
  annotations: SharedDocument | undefined;
}): JSX.Element {
  return (
    <Show when={props.plan.ready() && props.annotations?.ready() && props.annotations} keyed>
      {(annotations) => <Links plan={props.plan} annotations={annotations} />}
    </Show>
  );
}

function Links(props: { plan: SharedDocument; annotations: SharedDocument }): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const room = useRoom();
  const spoken = room.household().languages.filter((code) => code !== planLanguage);
  const [plan, notes] = [props.plan.doc, props.annotations.doc];
  const languages = createReading(plan, notes, everyMs, () => {
    const [passages, threads] = [readPassages(plan), readThreads(notes)];
    const all = [...new Set([...translatedInto(threads), ...spoken.slice(0, 1)])];
    return all.map((language) => ({ language, read: inLanguage(passages, threads, language) }));
  });
  const way = () => (me().function === 'mediator' ? 'beside' : 'in');
  return (
    <Show when={languages().length > 0}>
      <nav class="tl-links" aria-label={t('translations.readIn')}>
        <span>{t('translations.readIn')}</span>
        <For each={languages()}>
          {({ language, read }) => (
            <A href={addressIn(room.base, way(), language)}>
              {t('translations.link', {
                language: t(`functions.language.${language}`),
                readable: read.readable,
                total: read.total,
              })}
              <Show when={read.stale > 0}>, {t('translations.staleCount', { n: read.stale })}</Show>
            </A>
          )}
        </For>
      </nav>
    </Show>
  );
}
