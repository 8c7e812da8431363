/** Conferences I am invited to or chair, across households. */
import '../pages.css';
import { useSearchParams } from '@solidjs/router';
import { createSignal, For, type JSX, lazy, Show } from 'solid-js';
import { conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { createListKeys } from '../list-keys.ts';
import { ConferenceRow } from './ConferenceRow.tsx';

const CalendarFeedDialog = lazy(() => import('./CalendarFeedDialog.tsx'));

const times = ['upcoming', 'past'] as const;

export default function ConferencesPage(): JSX.Element {
  const { t } = useMessages();
  const [search, setSearch] = useSearchParams();
  const when = () => times.find((time) => time === search.when) ?? 'upcoming';
  const read = createRead(conferenceEndpoints.mine, () => ({
    key: [...keys.myConferences, when()],
    input: { query: { when: when() } },
  }));
  const [following, setFollowing] = createSignal(false);
  let page: HTMLDivElement | undefined;
  createListKeys(() => page);
  return (
    <Page>
      <header class="top">
        <PageHeading>{t('conferences.title')}</PageHeading>
        <Button onClick={() => setFollowing(true)}>{t('before.calendar')}</Button>
      </header>
      <div class="filters">
        <div class="seg">
          <For each={times}>
            {(time) => (
              <button type="button" aria-pressed={when() === time} onClick={() => setSearch({ when: time })}>
                {t(`conferences.${time}`)}
              </button>
            )}
          </For>
        </div>
      </div>
      <div ref={page} class="narrow">
        <Answered read={read} lines={5}>
          {(answer) => (
            <Show
              when={answer().conferences.length > 0}
              fallback={
                <EmptyState size="part" title={t(`conferences.empty.${when()}`)}>
                  {t('conferences.emptyNext')}
                </EmptyState>
              }
            >
              <ul>
                <For each={answer().conferences}>
                  {(conference) => <ConferenceRow conference={conference} />}
                </For>
              </ul>
            </Show>
          )}
        </Answered>
      </div>
      <Show when={following()}>
        <CalendarFeedDialog onClose={() => setFollowing(false)} />
      </Show>
    </Page>
  );
}
