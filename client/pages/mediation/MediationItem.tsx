/** One request: what it asks, and what this reader may do with it. */
import { createSignal, type JSX, Show } from 'solid-js';
import {
  isMediationOpen,
  type Mediation,
  mediationEndpoints,
  type RosterEntry,
  speaks,
} from '../../../shared/records/mediation.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { useMe } from '../../api/session.tsx';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { addressOfAnswer } from '../translations/addresses.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { FinishDialog } from './FinishDialog.tsx';
import { touchedByMediation } from './touched-by-mediation.ts';

const toneOf = {
  requested: 'waiting',
  assigned: 'waiting',
  accepted: 'accent',
  done: 'good',
  cancelled: 'plain',
} as const;

export function MediationItem(props: {
  request: Mediation;
  roster: readonly RosterEntry[];
  /** Inside the household's own page its name says nothing new. */
  atHome?: boolean | undefined;
  children?: JSX.Element;
}): JSX.Element {
  const { t, formats } = useMessages();
  const nobody = () =>
    props.request.status === 'requested' &&
    props.roster.length > 0 &&
    !props.roster.some((entry) => speaks(entry, props.request.language));
  return (
    <li class="item">
      <div class="med-h">
        <b class="cap">{t(`functions.language.${props.request.language}`)}</b>
        <span>{t(`mediation.aim.${props.request.aim}`)}</span>
        <Tag tone={toneOf[props.request.status]}>{t(`mediation.status.${props.request.status}`)}</Tag>
      </div>
      <div class="item-m">
        <Show when={!props.atHome}>
          <Show when={props.request.details} fallback={<bdi>{props.request.householdCode}</bdi>}>
            {(details) => (
              <a href={`/households/${details().household.id}`} dir="auto">
                {details().household.name} · {props.request.householdCode}
              </a>
            )}
          </Show>
        </Show>
        <span>
          {joined(t, [
            props.request.at ? formats().dateTime(props.request.at) : t('mediation.asap'),
            t(`mediation.mode.${props.request.mode}`),
          ])}
        </span>
        <Show when={props.request.details?.place}>{(place) => <span dir="auto">{place()}</span>}</Show>
        <Show when={props.request.mediator}>{(mediator) => <span dir="auto">{mediator().name}</span>}</Show>
        <Show when={props.request.declines > 0}>
          <span>{t('mediation.declined', { n: props.request.declines })}</span>
        </Show>
        <Show when={nobody()}>
          <span class="late">{t('mediation.nobody')}</span>
        </Show>
      </div>
      <Show when={props.request.details}>
        {(details) => (
          <>
            <p class="why" dir="auto">
              {details().note}
            </p>
            <Show when={details().cameOf}>
              {(cameOf) => (
                <p class="why">
                  {t('mediation.minutesDone', { n: details().minutes ?? 0 })} · <bdi>{cameOf()}</bdi>
                </p>
              )}
            </Show>
            <Show when={details().cancelReason}>
              {(reason) => (
                <p class="why" dir="auto">
                  {reason()}
                </p>
              )}
            </Show>
          </>
        )}
      </Show>
      <Acts request={props.request} roster={props.roster} />
      {props.children}
    </li>
  );
}

/** Where its words stand: the page to answer on, or the text. */
function passageOf({ details }: Mediation): string | undefined {
  if (!details?.passage) return undefined;
  const base = `/households/${details.household.id}`;
  const { thread, conferenceId } = details.passage;
  if (conferenceId) return `${base}/conferences/${conferenceId}`;
  return thread ? addressOfAnswer(base, thread) : `${base}/plan`;
}

function Acts(props: { request: Mediation; roster: readonly RosterEntry[] }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const me = useMe();
  const [open, setOpen] = createSignal<'assign' | 'decline' | 'finish'>();
  const close = () => setOpen(undefined);
  const hers = () => props.request.mediator?.id === me().id;
  const mediates = () => me().function === 'mediator';
  const status = () => props.request.status;
  const mayAccept = () => mediates() && (status() === 'requested' || (status() === 'assigned' && hers()));
  const label = (words: string) => `${words} ${props.request.householdCode}`;
  const params = () => ({ mediationId: props.request.id });
  const accept = createAction(() => call(mediationEndpoints.accept, { params: params(), body: {} }), {
    touches: (value) => [...touchedByMediation(value), keys.households],
    onDone: (value) => showToast({ text: t('mediation.accepted', { code: value.householdCode }) }),
    toast: true,
  });
  const decline = createAction(
    (reason: string) =>
      call(mediationEndpoints.decline, {
        params: params(),
        body: { reason, version: props.request.version },
      }),
    {
      touches: () => touchedByMediation(props.request),
      onDone: () => showToast({ text: t('mediation.gaveBack') }),
    },
  );
  return (
    <Show when={isMediationOpen(status())}>
      <div class="item-a">
        <Show when={mayAccept()}>
          <Button
            small
            kind="primary"
            busy={accept.busy()}
            aria-label={label(t('mediation.accept'))}
            onClick={() => void accept.run()}
          >
            {t('mediation.accept')}
          </Button>
        </Show>
        <Show when={hers() && passageOf(props.request)}>
          {(address) => (
            <ButtonLink small kind="primary" href={address()}>
              {t('translations.goTo')}
            </ButtonLink>
          )}
        </Show>
        <Show when={mediates() && hers() && status() === 'accepted'}>
          <Button small aria-label={label(t('mediation.finish'))} onClick={() => setOpen('finish')}>
            {t('mediation.finish')}
          </Button>
        </Show>
        <Show when={mediates() && hers() && status() !== 'requested'}>
          <Button
            small
            kind="quiet"
            aria-label={label(t('mediation.decline'))}
            onClick={() => setOpen('decline')}
          >
            {t('mediation.decline')}
          </Button>
        </Show>
        <Show when={me().function === 'coordinator' && status() !== 'accepted'}>
          <Button small aria-label={label(t('mediation.assign'))} onClick={() => setOpen('assign')}>
            {t('mediation.assign')}
          </Button>
        </Show>
      </div>
      <Show when={mayAccept()}>
        <p class="med-n">{t('mediation.acceptNote')}</p>
      </Show>
      <ReasonDialog
        open={open() === 'decline'}
        onClose={close}
        title={t('mediation.declineTitle')}
        description={t('mediation.declineExplain')}
        act={t('mediation.declineAct')}
        action={decline}
      />
      <Show when={open() === 'finish'}>
        <FinishDialog request={props.request} onClose={close} />
      </Show>
      <Show when={open() === 'assign'}>
        <AssignDialog request={props.request} roster={props.roster} onClose={close} />
      </Show>
    </Show>
  );
}
