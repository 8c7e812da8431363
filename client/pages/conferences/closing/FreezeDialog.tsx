/** Freezing, after the chair has seen what is still open; below the quorum with a reason. */
import './closing.css';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { type Conference, conferenceEndpoints } from '../../../../shared/records/conferences.ts';
import type { Closing } from '../../../../shared/records/minutes.ts';
import { ActionDialog } from '../../../api/ActionDialog.tsx';
import { Answered } from '../../../api/Answered.tsx';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { everythingOfHousehold, keys } from '../../../api/keys.ts';
import { fieldWords } from '../../../api/RefusalNote.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/inputs.tsx';
import { useToasts } from '../../../ui/Toast.tsx';
import { createClosing, paramsOf } from './closing-read.ts';

export default function FreezeDialog(props: { conference: Conference; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const read = createClosing(() => props.conference);
  const [reason, setReason] = createSignal('');
  const [asked, setAsked] = createSignal(false);
  const isBelow = () => {
    const closing = read.value();
    return closing !== undefined && closing.present < closing.quorum;
  };
  const freeze = createAction(
    async () => {
      const answer = await call(conferenceEndpoints.freeze, {
        params: paramsOf(props.conference),
        body: {
          openKey: read.value()?.openKey ?? '',
          withoutQuorum: isBelow() ? reason().trim() : null,
        },
      });
      // Something else is open by now: show it before anything is frozen over it.
      if (!answer.ok && answer.code === 'changed-meanwhile') read.retry();
      return answer;
    },
    {
      touches: () => [
        everythingOfHousehold(props.conference.household.id),
        keys.myConferences,
        keys.myMinutes,
      ],
      onDone: () => {
        showToast({ text: t('conferences.frozen') });
        props.onClose();
      },
    },
  );
  const missing = () => asked() && isBelow() && reason().trim().length < 3;
  const submit = () => {
    setAsked(true);
    if (!missing()) void freeze.run();
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('conferences.freezeTitle')}
      description={t('conferences.freezeExplain')}
      act={t('conferences.freezeAct')}
      action={freeze}
      onSubmit={submit}
    >
      <Answered read={read} lines={3}>
        {(closing) => (
          <>
            <Show when={closing().open.length > 0}>
              <OpenThings conference={props.conference} closing={closing()} />
            </Show>
            <p class="soft">
              {t('closing.freezePresent', { present: closing().present, quorum: closing().quorum })}
            </p>
            <Show when={isBelow()}>
              <Field
                label={t('closing.whyBelow')}
                hint={t('closing.whyBelowHint')}
                error={
                  missing() ? t('fields.reasonMissing') : fieldWords(t, freeze.problemAt('withoutQuorum'))
                }
                required
              >
                <TextArea rows={2} value={reason()} onValue={setReason} maxlength={1000} dir="auto" />
              </Field>
            </Show>
          </>
        )}
      </Answered>
    </ActionDialog>
  );
}

const kinds = ['decision', 'attendance', 'remark', 'point'] as const;

/** What is open, in groups, each in its own words. */
export function OpenThings(props: { conference: Conference; closing: Closing }): JSX.Element {
  const { t } = useMessages();
  const of = (kind: (typeof kinds)[number]) => props.closing.open.filter((each) => each.kind === kind);
  return (
    <section class="cl-open" aria-label={t('closing.stillOpen')}>
      <h3>{t('closing.stillOpen')}</h3>
      <For each={kinds.filter((kind) => of(kind).length > 0)}>
        {(kind) => (
          <>
            <h4>{t(`closing.open.${kind}`, { count: of(kind).length })}</h4>
            <ul>
              <For each={of(kind)}>
                {(thing) => <li dir="auto">{thing.text || t('conferences.emptyDecision')}</li>}
              </For>
            </ul>
          </>
        )}
      </For>
    </section>
  );
}
