/** Whoever is with the family says that the minutes were read to one of them. */
import type { JSX } from 'solid-js';
import { MemberId } from '../../../../shared/ids.ts';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { minutesEndpoints } from '../../../../shared/records/minutes.ts';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/Button.tsx';
import { isolate } from '../../isolate.ts';
import { closingTouches, paramsOf } from './closing-read.ts';

export function ReadTo(props: { conference: Conference; memberId: string; name: string }): JSX.Element {
  const { t } = useMessages();
  const say = createAction(
    async () => {
      const now = await call(minutesEndpoints.closing, { params: paramsOf(props.conference) });
      if (!now.ok) return now;
      return call(minutesEndpoints.sayFine, {
        params: paramsOf(props.conference),
        body: { hash: now.value.hash, memberId: MemberId.parse(props.memberId) },
      });
    },
    { touches: () => closingTouches(props.conference), toast: true },
  );
  return (
    <Button
      small
      busy={say.busy()}
      onClick={() => void say.run()}
      aria-label={t('closing.readToName', { name: isolate(props.name) })}
    >
      {t('closing.readTo')}
    </Button>
  );
}
