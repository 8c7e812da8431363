/** What I was told, by family: what isn't read first asked for, each leading exactly to its place. */
import '../pages.css';
import './notifications.css';
import { useSearchParams } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type Notification, notificationEndpoints } from '../../../shared/records/notifications.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { createListKeys } from '../list-keys.ts';
import { MailDialog } from './MailDialog.tsx';
import { ToldItem } from './ToldItem.tsx';
import { UnsentLetters } from './UnsentLetters.tsx';

const choices = ['unread', 'all'] as const;

type Group = { readonly household: Notification['household']; readonly items: readonly Notification[] };

/** Families in the order of their newest, what belongs to none at its place among them. */
function byHousehold(notifications: readonly Notification[]): readonly Group[] {
  const groups = Map.groupBy(notifications, ({ household }) => household?.id ?? null);
  return [...groups.values()].map((items) => ({ household: items[0]?.household ?? null, items }));
}

export default function NotificationsPage(): JSX.Element {
  const { t } = useMessages();
  const announce = useAnnounce();
  const [search, setSearch] = useSearchParams();
  const only = () => choices.find((choice) => choice === search.only) ?? 'unread';
  const [mailOpen, setMailOpen] = createSignal(false);
  const read = createRead(notificationEndpoints.list, () => ({
    key: [...keys.notifications, only()],
    input: { query: { only: only() } },
    keepFormer: true,
  }));
  const newest = () => read.value()?.notifications[0];
  const anyUnread = () => read.value()?.notifications.some((one) => !one.read) ?? false;
  const markAll = createAction(
    async (until: Notification['at']) => call(notificationEndpoints.markAll, { body: { until } }),
    { touches: () => [keys.notifications], toast: true, onDone: () => announce(t('told.allMarked')) },
  );
  let page: HTMLDivElement | undefined;
  createListKeys(() => page);
  return (
    <Page>
      <header class="top">
        <PageHeading>{t('app.notices')}</PageHeading>
        <p class="soft">{t('told.intro')}</p>
        <div class="top-a">
          <Button kind="quiet" onClick={() => setMailOpen(true)}>
            {t('told.mail')}
          </Button>
        </div>
      </header>
      <div class="filters">
        <fieldset class="seg" aria-label={t('told.show')}>
          <For each={choices}>
            {(choice) => (
              <button
                type="button"
                aria-pressed={only() === choice}
                onClick={() => setSearch({ only: choice })}
              >
                {t(`told.${choice}`)}
              </button>
            )}
          </For>
        </fieldset>
        <Show when={anyUnread() && newest()}>
          {(first) => (
            <Button small busy={markAll.busy()} onClick={() => void markAll.run(first().at)}>
              {t('told.markAll')}
            </Button>
          )}
        </Show>
      </div>
      <div ref={page} class="narrow">
        <Answered read={read} lines={6}>
          {(answer) => (
            <Show
              when={answer().notifications.length > 0}
              fallback={
                <EmptyState
                  size="part"
                  title={t(`told.empty.${only()}`)}
                  actions={
                    <Show when={only() === 'unread'}>
                      <Button onClick={() => setSearch({ only: 'all' })}>{t('told.showAll')}</Button>
                    </Show>
                  }
                >
                  {t('told.emptyNext')}
                </EmptyState>
              }
            >
              <For each={byHousehold(answer().notifications)}>
                {(group) => (
                  <section class="told">
                    <h2>
                      <Show when={group.household} fallback={t('told.noHousehold')}>
                        {(household) => (
                          <>
                            <bdi>{household().name}</bdi> <span class="told-c">{household().code}</span>
                          </>
                        )}
                      </Show>
                    </h2>
                    <ul>
                      <For each={group.items}>{(item) => <ToldItem item={item} />}</For>
                    </ul>
                  </section>
                )}
              </For>
            </Show>
          )}
        </Answered>
        <UnsentLetters />
      </div>
      <MailDialog open={mailOpen()} onClose={() => setMailOpen(false)} />
    </Page>
  );
}
