/** Who was there and how they answered; reminding who is missing; working the hash out again. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { directionOf } from '../../../../shared/languages.ts';
import { type Closing, minutesEndpoints, type Verification } from '../../../../shared/records/minutes.ts';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { RefusalNote } from '../../../api/RefusalNote.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Tag } from '../../../ui/state.tsx';
import { useToasts } from '../../../ui/Toast.tsx';
import { isolate } from '../../isolate.ts';
import type { PartProps } from './ClosingDrawer.tsx';
import { closingTouches, paramsOf } from './closing-read.ts';
import { SignDialog } from './SignDialog.tsx';

export function Signatures(props: PartProps): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [signing, setSigning] = createSignal<Closing['attendees'][number]>();
  const remind = createAction(() => call(minutesEndpoints.remind, { params: paramsOf(props.conference) }), {
    touches: () => closingTouches(props.conference),
    toast: true,
    onDone: ({ asked }) => showToast({ text: t('closing.reminded', { count: asked }) }),
  });
  const isMissing = () => props.closing.attendees.some(({ asked, signature }) => asked && signature === null);
  return (
    <section>
      <h3>{t('closing.signatures')}</h3>
      <Show when={props.closing.withoutQuorum}>
        {(reason) => (
          <p class="cl-c">
            {t('closing.withoutQuorum')}: <bdi>{reason()}</bdi>
          </p>
        )}
      </Show>
      <ul class="cl-l">
        <For each={props.closing.attendees} fallback={<li class="soft">{t('closing.nobodyKept')}</li>}>
          {(attendee) => <SignatureLine attendee={attendee} onSign={() => setSigning(attendee)} />}
        </For>
      </ul>
      <Show when={props.closing.can.remind && isMissing()}>
        <Button small busy={remind.busy()} onClick={() => void remind.run()}>
          {t('closing.remind')}
        </Button>
      </Show>
      <Verify {...props} />
      <Show when={signing()}>
        {(attendee) => (
          <SignDialog
            conference={props.conference}
            attendee={attendee()}
            withoutQuorum={props.closing.withoutQuorum !== null}
            onClose={() => setSigning(undefined)}
          />
        )}
      </Show>
    </section>
  );
}

function SignatureLine(props: { attendee: Closing['attendees'][number]; onSign: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const facts = () => {
    const { function: its, body, kind, signature, asked } = props.attendee;
    const part = kind === 'person' && its ? t(`functions.function.${its}`) : t(`closing.kind.${kind}`);
    const device = signature?.deviceOf ? t('closing.onDevice', { name: isolate(signature.deviceOf) }) : '';
    const witness = signature?.witness ? t('closing.witnessed', { name: isolate(signature.witness) }) : '';
    const when = signature ? formats().dateTime(signature.at) : '';
    return [part, body ? isolate(body) : '', when, device, witness, asked ? '' : t('closing.notAsked')]
      .filter(Boolean)
      .join(' · ');
  };
  const state = () => {
    const { signature } = props.attendee;
    if (signature === null) return 'waiting' as const;
    if (signature.answer === 'refused') return 'refused' as const;
    return signature.dissent ? ('dissent' as const) : ('signed' as const);
  };
  const tone = () =>
    (({ waiting: 'waiting', refused: 'late', dissent: 'plain', signed: 'good' }) as const)[state()];
  return (
    <li>
      <span class="cl-n">
        <b dir="auto">{props.attendee.name}</b>
        <small>{facts()}</small>
        <Show when={props.attendee.signature?.words}>
          {(words) => (
            <span
              class="quote"
              lang={props.attendee.signature?.language}
              dir={directionOf(props.attendee.signature?.language ?? 'it')}
            >
              {words()}
            </span>
          )}
        </Show>
      </span>
      <Show when={props.attendee.asked}>
        <Tag tone={tone()}>{t(`closing.signature.${state()}`)}</Tag>
      </Show>
      <Show when={props.attendee.canSign === 'device'}>
        <Button
          small
          onClick={() => props.onSign()}
          aria-label={t('closing.deviceTitle', { name: isolate(props.attendee.name) })}
        >
          {t('closing.signHere')}
        </Button>
      </Show>
    </li>
  );
}

/** Says what it compares, and names what doesn't hold. */
function Verify(props: PartProps): JSX.Element {
  const { t } = useMessages();
  const [found, setFound] = createSignal<Verification>();
  const verify = createAction(() => call(minutesEndpoints.verify, { params: paramsOf(props.conference) }), {
    onDone: setFound,
  });
  return (
    <div class="cl-v">
      <Button small busy={verify.busy()} onClick={() => void verify.run()}>
        {t('closing.verify')}
      </Button>
      <RefusalNote refusal={verify.refusal()} />
      <div role="status">
        <Show when={found()}>
          {(answer) => (
            <>
              <p class={answer().holds ? 'cl-ok' : 'cl-bad'}>
                {t(answer().holds ? 'closing.holds' : 'closing.holdsNot')}
              </p>
              <ul class="cl-checks">
                <For each={answer().checks}>
                  {(check) => (
                    <li data-bad={check.holds ? undefined : ''}>
                      {t(`closing.check.${check.what}`, { name: isolate(check.name ?? '—') })}:{' '}
                      <b>{t(check.holds ? 'closing.same' : 'closing.notSame')}</b>
                    </li>
                  )}
                </For>
              </ul>
              <p class="cl-hash">
                {t('closing.computed')} <code dir="ltr">{answer().computed}</code>
              </p>
            </>
          )}
        </Show>
      </div>
    </div>
  );
}
