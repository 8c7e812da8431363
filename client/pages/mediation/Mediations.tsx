/** The household's requests for a mediator, and asking for one: in the team's tab (A5). */
import './mediation.css';
import { createSignal, For, type JSX, Show, Suspense } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import { isMediationOpen, type Mediation, mediationEndpoints } from '../../../shared/records/mediation.ts';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Loading } from '../../ui/notes.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';
import { MediationItem } from './MediationItem.tsx';
import { RequestDialog } from './RequestDialog.tsx';

export function Mediations(): JSX.Element {
  return (
    <Suspense fallback={<Loading lines={2} />}>
      <Section />
    </Suspense>
  );
}

function Section(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const [asking, setAsking] = createSignal(false);
  const [cancelling, setCancelling] = createSignal<Mediation>();
  const read = createRead(mediationEndpoints.ofHousehold, () => ({
    key: householdKey(room.household().id, 'mediation'),
    input: { params: { householdId: room.household().id } },
  }));
  const can = () => room.household().can.requestMediation;
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('mediation.title')}</h2>
        <Show when={can()}>
          <Button
            small
            icon={<IconPlus class="i i-s" aria-hidden="true" />}
            aria-label={t('mediation.request')}
            onClick={() => setAsking(true)}
          >
            {t('mediation.requestShort')}
          </Button>
        </Show>
      </div>
      <Answered read={read} lines={2}>
        {(answer) => (
          <Show when={answer().requests.length > 0} fallback={<p class="muted">{t('mediation.none')}</p>}>
            <ul>
              <For each={answer().requests}>
                {(request) => (
                  <MediationItem request={request} roster={[]} atHome>
                    <Show when={can() && isMediationOpen(request.status)}>
                      <div class="item-a">
                        <Button small kind="quiet" onClick={() => setCancelling(request)}>
                          {t('mediation.cancel')}
                        </Button>
                      </div>
                    </Show>
                  </MediationItem>
                )}
              </For>
            </ul>
          </Show>
        )}
      </Answered>
      <Show when={asking()}>
        <RequestDialog onClose={() => setAsking(false)} />
      </Show>
      <Show when={cancelling()}>
        {(request) => <CancelDialog request={request()} onClose={() => setCancelling(undefined)} />}
      </Show>
    </section>
  );
}

function CancelDialog(props: { request: Mediation; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const householdId = room.household().id;
  const cancel = createAction(
    (reason: string) =>
      call(mediationEndpoints.cancel, {
        params: { householdId, mediationId: props.request.id },
        body: { reason, version: props.request.version },
      }),
    {
      touches: () => [householdKey(householdId, 'mediation')],
      onDone: () => showToast({ text: t('mediation.cancelled') }),
    },
  );
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      title={t('mediation.cancelTitle')}
      description={t('mediation.cancelExplain')}
      act={t('mediation.cancel')}
      kind="alarm"
      action={cancel}
    />
  );
}
