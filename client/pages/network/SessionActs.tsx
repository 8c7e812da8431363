/** What whoever holds an initiative may do beside counting: change it, plan one more session, cancel this one and say why. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Instant } from '../../../shared/dates.ts';
import { InitiativeSessionId, newId } from '../../../shared/ids.ts';
import {
  type Initiative,
  type InitiativeSession,
  initiativeEndpoints,
} from '../../../shared/records/initiatives.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { romeClock, romeInstant } from '../conferences/rome-instant.ts';
import { ChangeInitiativeDialog } from './ChangeInitiativeDialog.tsx';
import { wholeOf } from './lines.ts';

const acts = ['change', 'add', 'cancel'] as const;

export function SessionActs(props: { initiative: Initiative; session: InitiativeSession }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [open, setOpen] = createSignal<(typeof acts)[number]>();
  const close = () => setOpen(undefined);
  const cancel = createAction(
    (reason: string) =>
      call(initiativeEndpoints.cancel, {
        params: { initiativeId: props.initiative.id, sessionId: props.session.id },
        body: { reason, version: props.session.version },
      }),
    {
      touches: () => [keys.initiatives],
      onDone: () => showToast({ text: t('keep.init.cancelled') }),
    },
  );
  const mine = () => acts.filter((act) => act !== 'cancel' || props.session.status === 'planned');
  return (
    <Show when={props.initiative.editable}>
      <For each={mine()}>
        {(act) => (
          <Button
            small
            kind="quiet"
            aria-label={`${t(`keep.init.act.${act}`)} ${props.initiative.title}`}
            onClick={() => setOpen(act)}
          >
            {t(`keep.init.act.${act}`)}
          </Button>
        )}
      </For>
      <Show when={open() === 'change'}>
        <ChangeInitiativeDialog initiative={{ ...props.initiative }} onClose={close} />
      </Show>
      <Show when={open() === 'add'}>
        <AddSessionDialog {...props} onClose={close} />
      </Show>
      <ReasonDialog
        open={open() === 'cancel'}
        onClose={close}
        title={t('keep.init.cancelTitle')}
        description={<bdi>{props.initiative.title}</bdi>}
        act={t('keep.init.cancelNow')}
        kind="alarm"
        action={cancel}
      />
    </Show>
  );
}

function AddSessionDialog(props: {
  initiative: Initiative;
  session: InitiativeSession;
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const id = newId(InitiativeSessionId);
  const [day, setDay] = createSignal('');
  const [hour, setHour] = createSignal(romeClock(props.session.startsAt).hour);
  const [minutes, setMinutes] = createSignal(String(props.session.minutesLong));
  const [asked, setAsked] = createSignal(false);
  const add = createAction(
    (startsAt: Instant) =>
      call(initiativeEndpoints.addSession, {
        params: { initiativeId: props.initiative.id },
        body: { id, startsAt, minutesLong: wholeOf(minutes()) },
      }),
    {
      touches: () => [keys.initiatives],
      onDone: () => {
        showToast({ text: t('keep.init.added') });
        props.onClose();
      },
    },
  );
  const startsAt = () => romeInstant(day(), hour());
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('keep.init.addTitle')}
      description={<bdi>{props.initiative.title}</bdi>}
      act={t('ui.save')}
      action={add}
      onSubmit={() => {
        setAsked(true);
        const at = startsAt();
        if (at) void add.run(at);
      }}
    >
      <div class="pair">
        <Field
          label={t('territory.init.day')}
          error={asked() && !startsAt() ? t('fields.date') : fieldWords(t, add.problemAt('startsAt'))}
          required
        >
          <DateInput value={day()} onValue={setDay} />
        </Field>
        <Field label={t('territory.init.hour')} required>
          <TextInput type="time" value={hour()} onValue={setHour} />
        </Field>
        <Field
          label={t('territory.init.minutes')}
          error={fieldWords(t, add.problemAt('minutesLong'))}
          required
        >
          <TextInput inputmode="numeric" value={minutes()} onValue={setMinutes} />
        </Field>
      </div>
    </ActionDialog>
  );
}
