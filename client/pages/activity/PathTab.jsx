/** The household's path: its thousand days, then every step, who took it and when. */
import { createSignal, Show } from 'solid-js';
import { activityEndpoints } from '../../../shared/activity.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { ThousandDays } from '../calendar/ThousandDays.tsx';
import { useRoom } from '../households/household-room.tsx';
import { Timeline } from './Timeline.tsx';
/** Entries in a first look, and how many more each press shows. */
const step = 50;
/** The contract's most in one answer. */
const most = 200;
export default function PathTab() {
    const { t } = useMessages();
    const room = useRoom();
    const [limit, setLimit] = createSignal(step);
    const read = createRead(activityEndpoints.ofHousehold, () => ({
        key: householdKey(room.household().id, 'activity', String(limit())),
        input: { params: { householdId: room.household().id }, query: { limit: limit() } },
        keepFormer: true,
    }));
    return (<div class="sect">
      <ThousandDays />
      <section class="days-past" aria-labelledby="days-past-h">
        <h2 id="days-past-h">{t('windows.happened')}</h2>
        <Answered read={read} lines={8}>
          {(answer) => (<Show when={answer().entries.length > 0} fallback={<EmptyState size="part" title={t('activity.empty')}>
                  {t('activity.emptyNext')}
                </EmptyState>}>
              <Timeline entries={answer().entries} names={answer().names}/>
              <Show when={answer().entries.length >= limit() && limit() < most}>
                <div class="more-row">
                  <Button small busy={read.fetching()} onClick={() => setLimit(Math.min(most, limit() + step))}>
                    {t('activity.older')}
                  </Button>
                </div>
              </Show>
            </Show>)}
        </Answered>
      </section>
    </div>);
}
