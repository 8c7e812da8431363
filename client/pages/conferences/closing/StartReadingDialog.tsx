/** The chair asks everybody who was there to read the minutes, until a day. */
import { createSignal, type JSX } from 'solid-js';
import { addDays, type Day, Day as DaySchema } from '../../../../shared/dates.ts';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { type Closing, minutesEndpoints } from '../../../../shared/records/minutes.ts';
import { ActionDialog } from '../../../api/ActionDialog.tsx';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { fieldWords } from '../../../api/RefusalNote.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Field } from '../../../ui/Field.tsx';
import { DateInput } from '../../../ui/inputs.tsx';
import { createToday } from '../../today-day.ts';
import { closingTouches, paramsOf } from './closing-read.ts';

/** As long as a team usually gives itself; the chair changes it. */
const usualDays = 5;

export function StartReadingDialog(props: {
  conference: Conference;
  reading: Closing['reading'];
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  const [until, setUntil] = createSignal<string>(props.reading?.until ?? addDays(today(), usualDays));
  const start = createAction(
    (day: Day) =>
      call(minutesEndpoints.startReading, { params: paramsOf(props.conference), body: { until: day } }),
    { touches: () => closingTouches(props.conference), onDone: () => props.onClose() },
  );
  const [asked, setAsked] = createSignal(false);
  const submit = () => {
    setAsked(true);
    const day = DaySchema.safeParse(until()).data;
    if (day) void start.run(day);
  };
  const missing = () => asked() && !DaySchema.safeParse(until()).success;
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('closing.askTitle')}
      description={t('closing.askExplain')}
      act={t('closing.askAct')}
      action={start}
      onSubmit={submit}
    >
      <Field
        label={t('closing.until')}
        error={missing() ? t('refusals.required') : fieldWords(t, start.problemAt('until'))}
        required
      >
        <DateInput value={until()} min={today()} onValue={setUntil} />
      </Field>
    </ActionDialog>
  );
}
