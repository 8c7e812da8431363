/** Signing frozen minutes: with one's own account, or on this device for a member of the family, before a witness. */
import './closing.css';
import { createSignal, type JSX, Show } from 'solid-js';
import { newId, SignatureId } from '../../../../shared/ids.ts';
import { ContentLanguage, directionOf } from '../../../../shared/languages.ts';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { type Closing, minutesEndpoints } from '../../../../shared/records/minutes.ts';
import type { PersonBrief } from '../../../../shared/records/people.ts';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { fieldWords, RefusalNote, unlessSaid } from '../../../api/RefusalNote.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select, TextArea } from '../../../ui/inputs.tsx';
import { useToasts } from '../../../ui/Toast.tsx';
import { PersonPicker } from '../../directory/PersonPicker.tsx';
import { isolate } from '../../isolate.ts';
import { closingTouches, paramsOf } from './closing-read.ts';

export function SignDialog(props: {
  conference: Conference;
  attendee: Closing['attendees'][number];
  withoutQuorum: boolean;
  onClose: () => void;
}): JSX.Element {
  const { t, language } = useMessages();
  const { showToast } = useToasts();
  const onDevice = props.attendee.canSign === 'device';
  const [objecting, setObjecting] = createSignal(false);
  const [words, setWords] = createSignal('');
  const [readIn, setReadIn] = createSignal<ContentLanguage>(onDevice ? 'it' : language());
  const [witness, setWitness] = createSignal<PersonBrief | null>(null);
  const [asked, setAsked] = createSignal(false);
  const id = newId(SignatureId);
  const sign = createAction(
    (answer: 'signed' | 'refused') =>
      call(minutesEndpoints.sign, {
        params: paramsOf(props.conference),
        body: {
          id,
          attendee: props.attendee.key,
          answer,
          hash: props.conference.frozenHash ?? '',
          language: readIn(),
          words: objecting() ? words().trim() || null : null,
          dissent: answer === 'signed' && objecting(),
          device: onDevice ? { witnessId: witness()?.id ?? props.conference.chair.id } : null,
        },
      }),
    {
      touches: () => closingTouches(props.conference),
      onDone: ({ answer }) => {
        showToast({ text: t(answer === 'signed' ? 'closing.signedToast' : 'closing.refusedToast') });
        props.onClose();
      },
    },
  );
  const unwitnessed = () => asked() && onDevice && witness() === null;
  const run = (answer: 'signed' | 'refused') => {
    setAsked(true);
    if (!unwitnessed()) void sign.run(answer);
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={
        onDevice ? t('closing.deviceTitle', { name: isolate(props.attendee.name) }) : t('closing.signTitle')
      }
      description={t('closing.signExplain')}
      actions={
        <Show
          when={objecting()}
          fallback={
            <>
              <Button onClick={() => setObjecting(true)}>{t('closing.haveWords')}</Button>
              <Button kind="primary" busy={sign.busy()} onClick={() => run('signed')}>
                {t('closing.signAct')}
              </Button>
            </>
          }
        >
          <Button kind="quiet" onClick={() => setObjecting(false)}>
            {t('ui.cancel')}
          </Button>
          <Button busy={sign.busy()} onClick={() => run('refused')}>
            {t('closing.refuseAct')}
          </Button>
          <Button kind="primary" busy={sign.busy()} onClick={() => run('signed')}>
            {t('closing.dissentAct')}
          </Button>
        </Show>
      }
    >
      <Show when={props.withoutQuorum}>
        <p class="cl-c">{t('closing.withoutQuorum')}</p>
      </Show>
      <Show when={onDevice}>
        <Field label={t('closing.readIn')}>
          <Select
            value={readIn()}
            options={ContentLanguage.options.map((value) => ({
              value,
              label: t(`functions.language.${value}`),
            }))}
            onValue={setReadIn}
          />
        </Field>
        <Field
          label={t('closing.witness')}
          hint={t('closing.witnessHint')}
          error={unwitnessed() ? t('refusals.required') : fieldWords(t, sign.problemAt('device.witnessId'))}
          required
        >
          <PersonPicker value={witness()} onValue={setWitness} functions={['mediator', 'tutor']} />
        </Field>
      </Show>
      <Show when={objecting()}>
        <Field
          label={t('closing.words')}
          hint={t('closing.wordsHint')}
          error={fieldWords(t, sign.problemAt('words'))}
          required
        >
          <TextArea
            rows={4}
            value={words()}
            onValue={setWords}
            dir={directionOf(readIn())}
            lang={readIn()}
            maxlength={4000}
            autofocus
          />
        </Field>
      </Show>
      <p class="cl-hash">
        {t('conferences.hash')} <code dir="ltr">{props.conference.frozenHash}</code>
      </p>
      <RefusalNote refusal={unlessSaid(sign.refusal())} />
    </Dialog>
  );
}
