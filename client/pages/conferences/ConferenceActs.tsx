/** What may be done with a conference: video room, big screen, record that it took place, freeze, cancel. */
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import IconScreen from '~icons/lucide/monitor';
import { type Conference, conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { ChangeConferenceDialog } from './ChangeConferenceDialog.tsx';
import { ClosingTag } from './closing/ClosingTag.tsx';

const FreezeDialog = lazy(() => import('./closing/FreezeDialog.tsx'));

export type ConferenceActsProps = {
  conference: Conference;
  /** The ways into its video room. */
  video: JSX.Element;
};

export function ConferenceActs(props: ConferenceActsProps): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const me = useMe();
  const [asking, setAsking] = createSignal<'change' | 'freeze' | 'cancel'>();
  const params = () => ({ householdId: props.conference.household.id, conferenceId: props.conference.id });
  const touches = () => [everythingOfHousehold(props.conference.household.id), keys.myConferences];
  const hold = createAction(() => call(conferenceEndpoints.hold, { params: params() }), {
    touches,
    toast: true,
    onDone: () => showToast({ text: t('conferences.held') }),
  });
  const cancel = createAction(
    (reason: string) => call(conferenceEndpoints.cancel, { params: params(), body: { reason } }),
    { touches, onDone: () => showToast({ text: t('conferences.cancelled') }) },
  );
  const planned = () => props.conference.status === 'planned';
  /** Whoever leads it, writes for it or may plan it. */
  const mayHold = () =>
    props.conference.can.change ||
    me().id === props.conference.chair.id ||
    me().id === props.conference.minuteTaker.id;
  return (
    <div class="cf-a">
      <ClosingTag conference={props.conference} />
      {props.video}
      <ButtonLink
        small
        href={`/households/${props.conference.household.id}/conferences/${props.conference.id}/screen`}
        target="_blank"
        icon={<IconScreen class="i i-s" aria-hidden="true" />}
      >
        {t('conferences.bigScreen')}
      </ButtonLink>
      <Show when={planned() && props.conference.can.change}>
        <Button small onClick={() => setAsking('change')}>
          {t('conferences.change')}
        </Button>
        <Button small onClick={() => setAsking('cancel')}>
          {t('conferences.cancel')}
        </Button>
      </Show>
      <Show when={planned() && mayHold()}>
        <Button small busy={hold.busy()} onClick={() => void hold.run()}>
          {t('conferences.hold')}
        </Button>
      </Show>
      <Show when={props.conference.can.freeze}>
        <Button small kind="primary" onClick={() => setAsking('freeze')}>
          {t('conferences.freeze')}
        </Button>
      </Show>
      <Show when={asking() === 'change'}>
        <ChangeConferenceDialog conference={props.conference} onClose={() => setAsking(undefined)} />
      </Show>
      <Show when={asking() === 'freeze'}>
        <Suspense>
          <FreezeDialog conference={props.conference} onClose={() => setAsking(undefined)} />
        </Suspense>
      </Show>
      <ReasonDialog
        open={asking() === 'cancel'}
        onClose={() => setAsking(undefined)}
        title={t('conferences.cancelTitle')}
        act={t('conferences.cancelAct')}
        kind="alarm"
        action={cancel}
      />
    </div>
  );
}
