/**
 * The household's secret address for those who keep it or were named: opened with a reason, on the screen for a minute,
 * then gone from the page. It is never put in a cache, an address or a toast.
 */
import { createEffect, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { type SecretAddress, secretAddressEndpoints } from '../../../shared/records/secret-addresses.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import { AddressDialog, NameDialog } from './SecretDialogs.tsx';

const shownSeconds = 60;

export function SecretPlace(): JSX.Element {
  const room = useRoom();
  const householdId = room.household().id;
  const secret = createRead(secretAddressEndpoints.get, () => ({
    key: householdKey(householdId, 'shelter', 'secret'),
    input: { params: { householdId } },
  }));
  // Whoever neither keeps it nor was named isn't told that such a thing exists.
  return <Show when={secret.value()?.secret}>{(known) => <Known secret={known()} />}</Show>;
}

type Asked = 'open' | 'store' | 'remove' | 'grant' | PersonBrief;

function Known(props: { secret: SecretAddress }): JSX.Element {
  const { t } = useMessages();
  const announce = useAnnounce();
  const room = useRoom();
  const householdId = room.household().id;
  const params = { householdId };
  const [asked, setAsked] = createSignal<Asked>();
  const [address, setAddress] = createSignal<string>();
  const [left, setLeft] = createSignal(0);
  const close = () => setAsked(undefined);
  let timer: ReturnType<typeof setInterval> | undefined;
  const hide = () => {
    clearInterval(timer);
    setAddress(undefined);
  };
  onCleanup(hide);
  createEffect(() => {
    if (!props.secret.mayOpen) hide(); // the grant ended while it was on the screen
  });
  const open = createAction(
    (reason: string) => call(secretAddressEndpoints.open, { params, body: { reason } }),
    {
      onDone: (answer) => {
        setAddress(answer.address);
        setLeft(shownSeconds);
        announce(t('shelter.secretShown'));
        clearInterval(timer);
        timer = setInterval(() => {
          setLeft((seconds) => seconds - 1);
          if (left() <= 0) hide();
        }, 1000);
      },
    },
  );
  const leaving = () => {
    const one = asked();
    return typeof one === 'object' ? one : undefined;
  };
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('shelter.secret')}</h2>
        <Show when={props.secret.mayOpen && address() === undefined}>
          <Button small onClick={() => setAsked('open')}>
            {t('shelter.secretOpen')}
          </Button>
        </Show>
      </div>
      <p class="muted">{t('shelter.secretExplain')}</p>
      <Show when={address()}>
        {(words) => (
          <div class="shelter-secret">
            <p dir="auto">{words()}</p>
            <p class="item-m">
              <span>{t('shelter.secretShown')}</span>
              <span>{t('shelter.secretLeft', { seconds: left() })}</span>
              <Button small kind="quiet" onClick={hide}>
                {t('shelter.secretHide')}
              </Button>
            </p>
          </div>
        )}
      </Show>
      <Show when={!props.secret.stored}>
        <p>{t('shelter.secretNone')}</p>
      </Show>
      <Show when={props.secret.mayKeep}>
        <div class="item-a">
          <Button small onClick={() => setAsked('store')}>
            {t(props.secret.stored ? 'shelter.secretReplace' : 'shelter.secretStore')}
          </Button>
          <Button small onClick={() => setAsked('grant')}>
            {t('shelter.secretGrant')}
          </Button>
          <Show when={props.secret.stored}>
            <Button small kind="quiet" onClick={() => setAsked('remove')}>
              {t('shelter.secretRemove')}
            </Button>
          </Show>
        </div>
        <h3 class="shelter-people">{t('shelter.secretPeople')}</h3>
        <ul>
          <For each={props.secret.grants} fallback={<li class="muted">{t('shelter.secretNobody')}</li>}>
            {(grant) => (
              <li class="line">
                <span>{grant.person.name}</span>
                <span class="soft" dir="auto">
                  {grant.reason}
                </span>
                <span class="end">
                  <Button small kind="quiet" onClick={() => setAsked(grant.person)}>
                    {t('shelter.secretEnd', { person: grant.person.name })}
                  </Button>
                </span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <ReasonDialog
        open={asked() === 'open'}
        onClose={close}
        title={t('shelter.secretOpenTitle')}
        description={t('shelter.secretShown')}
        act={t('shelter.secretOpenAct')}
        action={open}
      />
      <Show when={asked() === 'store'}>
        <AddressDialog
          explain={t('shelter.secretExplain')}
          send={(words) => call(secretAddressEndpoints.store, { params, body: { address: words } })}
          touches={[householdKey(householdId, 'shelter')]}
          onClose={close}
        />
      </Show>
      <Show when={asked() === 'grant'}>
        <NameDialog
          likely={peopleOf(room.household())}
          send={(personId, reason) =>
            call(secretAddressEndpoints.grant, { params: { householdId, personId }, body: { reason } })
          }
          touches={[householdKey(householdId, 'shelter')]}
          onClose={close}
        />
      </Show>
      <Show when={asked() === 'remove'}>
        <RemoveDialog onClose={close} />
      </Show>
      <Show when={leaving()} keyed>
        {(person) => <EndDialog person={person} onClose={close} />}
      </Show>
    </section>
  );
}

function RemoveDialog(props: { onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const householdId = useRoom().household().id;
  const remove = createAction(() => call(secretAddressEndpoints.remove, { params: { householdId } }), {
    touches: () => [householdKey(householdId, 'shelter')],
    onDone: () => props.onClose(),
  });
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('shelter.secretRemoveTitle')}
      description={t('shelter.secretRemoveExplain')}
      act={t('shelter.secretRemove')}
      kind="alarm"
      action={remove}
      onSubmit={() => void remove.run()}
    />
  );
}

function EndDialog(props: { person: PersonBrief; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const householdId = useRoom().household().id;
  const end = createAction(
    () => call(secretAddressEndpoints.endGrant, { params: { householdId, personId: props.person.id } }),
    {
      touches: () => [householdKey(householdId, 'shelter')],
      onDone: () => {
        showToast({ text: t('shelter.secretEnded', { person: props.person.name }) });
        props.onClose();
      },
    },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('shelter.secretEndTitle', { person: props.person.name })}
      description={t('shelter.secretEndExplain')}
      act={t('shelter.secretEnd', { person: props.person.name })}
      kind="alarm"
      action={end}
      onSubmit={() => void end.run()}
    />
  );
}
