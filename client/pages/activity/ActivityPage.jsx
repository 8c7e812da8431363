/** What happened in the households I work with; for the auditor, the whole log without case content. */
import '../pages.css';
import { createSignal, Show } from 'solid-js';
import { activityEndpoints } from '../../../shared/activity.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Page } from '../../ui/Page.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { Timeline } from './Timeline.tsx';
/** Entries on one page of the log. */
const pageLong = 100;
export default function ActivityPage() {
    const { t } = useMessages();
    const [before, setBefore] = createSignal();
    const read = createRead(activityEndpoints.mine, () => ({
        key: [...keys.myActivity, String(before() ?? 'newest')],
        input: { query: { before: before(), limit: pageLong } },
        keepFormer: true,
    }));
    return (<Page>
      <header class="top">
        <PageHeading>{t('activity.title')}</PageHeading>
      </header>
      <Answered read={read} lines={8}>
        {(answer) => (<Show when={answer().entries.length > 0} fallback={<EmptyState size="part" title={t('activity.empty')}>
                {t('activity.emptyNext')}
              </EmptyState>}>
            <Timeline entries={answer().entries} names={answer().names} withHousehold/>
            <div class="more-row">
              <Show when={before() !== undefined}>
                <Button small onClick={() => setBefore(undefined)}>
                  {t('households.first')}
                </Button>
              </Show>
              <Show when={answer().entries.length >= pageLong}>
                <Button small busy={read.fetching()} onClick={() => setBefore(answer().entries.at(-1)?.seq)}>
                  {t('activity.older')}
                </Button>
              </Show>
            </div>
          </Show>)}
      </Answered>
    </Page>);
}
