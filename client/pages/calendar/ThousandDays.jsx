/** The thousand days of a household (A2): its band with the windows as soft bars, then what is to be done and until when. */
import './calendar.css';
import { Show } from 'solid-js';
import { calendarEndpoints } from '../../../shared/records/calendar.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Band } from '../../ui/Band.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { useRoom } from '../households/household-room.tsx';
import { WindowGroups } from './WindowGroups.tsx';
import { bandWindows } from './window-words.ts';
export function ThousandDays() {
    const { t } = useMessages();
    const room = useRoom();
    const read = createRead(calendarEndpoints.ofHousehold, () => ({
        key: householdKey(room.household().id, 'calendar'),
        input: { params: { householdId: room.household().id } },
    }));
    return (<section class="days" aria-labelledby="days-h">
      <Answered read={read} lines={6}>
        {(answer) => (<>
            <div class="days-h">
              <h2 id="days-h">{t('windows.title')}</h2>
              <p class="soft">
                <MetAt earliness={answer().earliness}/>
              </p>
            </div>
            <Show when={answer().clock}>
              {(clock) => <LargeBand clock={clock()} windows={bandWindows(t, answer().windows)}/>}
            </Show>
            <Show when={answer().windows.length > 0} fallback={<Show when={answer().clock}>
                  <EmptyState size="part" title={t('windows.none')}>
                    {t('windows.noneNext')}
                  </EmptyState>
                </Show>}>
              <WindowGroups windows={answer().windows}/>
            </Show>
          </>)}
      </Answered>
    </section>);
}
/** How early the family was met (B12). */
function MetAt(props) {
    const { t } = useMessages();
    const words = () => {
        const { earliness } = props;
        if (earliness === null)
            return '';
        return earliness.kind === 'pregnancy'
            ? t('windows.metAt', { week: earliness.week + 1 })
            : t('windows.metAge', { days: earliness.days });
    };
    return <>{words()}</>;
}
/** Without marks: they stand on the household's own band above, on the same axis. */
function LargeBand(props) {
    const { t } = useMessages();
    const room = useRoom();
    return (<div class="days-band">
      <Band conception={props.clock.conception} dueDate={props.clock.dueDate} birth={props.clock.birth ?? undefined} end={props.clock.end} today={room.today()} windows={props.windows} label={t('households.bandOf', { name: room.household().name })}/>
    </div>);
}
