/** One calm line under a household's band: the window of the thousand days that is due next, and where all are (A2). */
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { calendarEndpoints } from '../../../shared/records/calendar.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useRoom } from '../households/household-room.tsx';
import { nextOf, whenWords } from './window-words.ts';

export function NextWindow(): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const householdId = room.household().id;
  const read = createRead(calendarEndpoints.ofHousehold, () => ({
    key: householdKey(householdId, 'calendar'),
    input: { params: { householdId } },
  }));
  const shown = () => nextOf(read.value()?.windows ?? []);
  /** What is late is told once: not counted beside the line when it is the line. */
  const late = () => (shown().next?.state === 'late' ? shown().late - 1 : shown().late);
  return (
    <p class="hh-next">
      <Show when={shown().next}>
        {(next) => (
          <>
            <span class="regia-k">{t('windows.next')}</span>
            <A href={`${room.base}/path`}>{t(`windows.rule.${next().rule}`)}</A>{' '}
            <span class="soft">{whenWords(t, formats(), next(), room.today())}</span>
            <Show when={late() > 0}>
              <span class="soft"> · {t('windows.lateToo', { count: late() })}</span>
            </Show>
          </>
        )}
      </Show>
    </p>
  );
}
