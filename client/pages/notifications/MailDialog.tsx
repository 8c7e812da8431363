/** How I want mail about what I haven't read: never, at once, daily or weekly, at an hour of mine. */
import { createSignal, type JSX, Show } from 'solid-js';
import { MailPace, type MailWish, notificationEndpoints } from '../../../shared/records/notifications.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call, type Value } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { RadioGroup, Select } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';

/** A week that began on a Monday. */
const aWeek = ['05', '06', '07', '08', '09', '10', '11'].map((day) => `1970-01-${day}`);

type Wish = Value<typeof notificationEndpoints.wish>;

export function MailDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const read = createRead(notificationEndpoints.wish, () => ({
    key: [...keys.notifications, 'mail'],
    input: {},
    enabled: props.open,
  }));
  return (
    <Show when={props.open && read.value()}>
      {(wish) => <WishDialog wish={wish()} onClose={props.onClose} />}
    </Show>
  );
}

function WishDialog(props: { wish: Wish; onClose: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const { pace, hour, weekday } = props.wish;
  const [wish, setWish] = createSignal<MailWish>({ pace, hour, weekday });
  const set = (part: Partial<MailWish>) => setWish((before) => ({ ...before, ...part }));
  const change = createAction(
    async () => call(notificationEndpoints.changeWish, { body: { ...wish(), version: props.wish.version } }),
    {
      touches: () => [[...keys.notifications, 'mail']],
      onDone: () => {
        showToast({ text: t('told.mailSaved') });
        props.onClose();
      },
    },
  );
  const hours = Array.from({ length: 24 }, (_, at) => ({
    value: String(at),
    label: `${String(at).padStart(2, '0')}:00`,
  }));
  const weekdays = () =>
    aWeek.map((day, at) => ({ value: String(at + 1), label: formats().weekdayName(day) }));
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('told.mailTitle')}
      description={t('told.mailWhat')}
      act={t('ui.save')}
      action={change}
      onSubmit={() => void change.run()}
    >
      <Show when={props.wish.sends !== 'yes'}>
        <p class="soft">{t(props.wish.sends === 'demo' ? 'told.mailDemo' : 'told.mailNo')}</p>
      </Show>
      <Field group label={t('told.pace')} hint={t('told.paceNote')}>
        <RadioGroup
          value={wish().pace}
          options={MailPace.options.map((value) => ({ value, label: t(`told.pace.${value}`) }))}
          onValue={(value) => set({ pace: value })}
        />
      </Field>
      <Show when={wish().pace === 'weekly'}>
        <Field label={t('told.weekday')}>
          <Select
            value={String(wish().weekday)}
            options={weekdays()}
            onValue={(value) => set({ weekday: Number(value) })}
          />
        </Field>
      </Show>
      <Show when={wish().pace === 'daily' || wish().pace === 'weekly'}>
        <Field label={t('told.hour')}>
          <Select
            value={String(wish().hour)}
            options={hours}
            onValue={(value) => set({ hour: Number(value) })}
          />
        </Field>
      </Show>
      <p class="soft">{t('told.mailWatch')}</p>
    </ActionDialog>
  );
}
