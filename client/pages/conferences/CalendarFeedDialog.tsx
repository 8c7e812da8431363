/** The secret address of one's own calendar: told once, made anew, withdrawn (X22). */
import './agenda.css';
import { createSignal, type JSX, Show } from 'solid-js';
import { calendarFeedEndpoints } from '../../../shared/records/calendar-feed.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { RefusalNote } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';

export default function CalendarFeedDialog(props: { onClose: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const [address, setAddress] = createSignal<string>();
  const read = createRead(calendarFeedEndpoints.get, () => ({ key: keys.calendarFeed, input: {} }));
  const touches = () => [keys.calendarFeed];
  const make = createAction(() => call(calendarFeedEndpoints.make, { body: {} }), {
    touches,
    onDone: (made) => setAddress(made.address),
  });
  const withdraw = createAction(() => call(calendarFeedEndpoints.withdraw, { body: {} }), {
    touches,
    onDone: () => {
      setAddress(undefined);
      showToast({ text: t('before.calendarWithdrawn') });
    },
  });
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('before.calendarTitle')}
      description={t('before.calendarExplain')}
      actions={<Button onClick={() => props.onClose()}>{t('ui.close')}</Button>}
    >
      <Answered read={read} lines={2}>
        {(answer) => (
          <div class="secret">
            <Show when={address()} fallback={<Since since={answer().feed?.madeAt} />}>
              {(told) => <Told address={told()} />}
            </Show>
            <div class="item-a">
              <Show when={!address()}>
                <Button
                  kind={answer().feed ? undefined : 'primary'}
                  busy={make.busy()}
                  onClick={() => void make.run()}
                >
                  {answer().feed ? t('before.calendarRenew') : t('before.calendarMake')}
                </Button>
              </Show>
              <Show when={answer().feed}>
                <Button kind="quiet" busy={withdraw.busy()} onClick={() => void withdraw.run()}>
                  {t('before.calendarWithdraw')}
                </Button>
              </Show>
            </div>
            <Show when={make.refusal() ?? withdraw.refusal()}>
              {(refusal) => <RefusalNote refusal={refusal()} />}
            </Show>
          </div>
        )}
      </Answered>
    </Dialog>
  );

  function Since(given: { since: string | undefined }): JSX.Element {
    return (
      <Show when={given.since}>
        {(since) => <p>{t('before.calendarSince', { date: formats().date(since(), 'long') })}</p>}
      </Show>
    );
  }

  function Told(given: { address: string }): JSX.Element {
    const copy = () =>
      navigator.clipboard
        .writeText(given.address)
        .then(() => showToast({ text: t('before.calendarCopied') }));
    return (
      <>
        <Field label={t('before.calendarAddress')} hint={t('before.calendarSecret')}>
          <TextInput
            readOnly
            dir="ltr"
            value={given.address}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Field>
        <div class="item-a">
          <Button kind="primary" onClick={() => void copy()}>
            {t('before.calendarCopy')}
          </Button>
          <a class="btn" href={given.address.replace(/^https?:/, 'webcal:')}>
            {t('before.calendarOpen')}
          </a>
        </div>
      </>
    );
  }
}
