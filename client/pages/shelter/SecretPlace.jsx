/**
 * The household's secret address for those who keep it or were named: opened with a reason, on the screen for a minute,
 * then gone from the page. It is never put in a cache, an address or a toast.
 */
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import { secretAddressEndpoints } from '../../../shared/records/secret-addresses.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import { shelterProblem } from './shelter-words.ts';
const shownSeconds = 60;
export function SecretPlace() {
    const room = useRoom();
    const householdId = room.household().id;
    const secret = createRead(secretAddressEndpoints.get, () => ({
        key: householdKey(householdId, 'shelter', 'secret'),
        input: { params: { householdId } },
    }));
    // Whoever neither keeps it nor was named isn't told that such a thing exists.
    return <Show when={secret.value()?.secret}>{(known) => <Known secret={known()}/>}</Show>;
}
function Known(props) {
    const { t } = useMessages();
    const announce = useAnnounce();
    const room = useRoom();
    const householdId = room.household().id;
    const params = { householdId };
    const [asked, setAsked] = createSignal();
    const [address, setAddress] = createSignal();
    const [left, setLeft] = createSignal(0);
    const close = () => setAsked(undefined);
    let timer;
    const hide = () => {
        clearInterval(timer);
        setAddress(undefined);
    };
    onCleanup(hide);
    createEffect(() => {
        if (!props.secret.mayOpen)
            hide(); // the grant ended while it was on the screen
    });
    const open = createAction((reason) => call(secretAddressEndpoints.open, { params, body: { reason } }), {
        onDone: (answer) => {
            setAddress(answer.address);
            setLeft(shownSeconds);
            announce(t('shelter.secretShown'));
            clearInterval(timer);
            timer = setInterval(() => {
                setLeft((seconds) => seconds - 1);
                if (left() <= 0)
                    hide();
            }, 1000);
        },
    });
    const leaving = () => {
        const one = asked();
        return typeof one === 'object' ? one : undefined;
    };
    return (<section class="sect">
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
        {(words) => (<div class="shelter-secret">
            <p dir="auto">{words()}</p>
            <p class="item-m">
              <span>{t('shelter.secretShown')}</span>
              <span>{t('shelter.secretLeft', { seconds: left() })}</span>
              <Button small kind="quiet" onClick={hide}>
                {t('shelter.secretHide')}
              </Button>
            </p>
          </div>)}
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
            {(grant) => (<li class="line">
                <span>{grant.person.name}</span>
                <span class="soft" dir="auto">
                  {grant.reason}
                </span>
                <span class="end">
                  <Button small kind="quiet" onClick={() => setAsked(grant.person)}>
                    {t('shelter.secretEnd', { person: grant.person.name })}
                  </Button>
                </span>
              </li>)}
          </For>
        </ul>
      </Show>
      <ReasonDialog open={asked() === 'open'} onClose={close} title={t('shelter.secretOpenTitle')} description={t('shelter.secretShown')} act={t('shelter.secretOpenAct')} action={open}/>
      <Show when={asked() === 'store'}>
        <StoreDialog onClose={close}/>
      </Show>
      <Show when={asked() === 'grant'}>
        <GrantDialog onClose={close}/>
      </Show>
      <Show when={asked() === 'remove'}>
        <RemoveDialog onClose={close}/>
      </Show>
      <Show when={leaving()} keyed>
        {(person) => <EndDialog person={person} onClose={close}/>}
      </Show>
    </section>);
}
function StoreDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const householdId = useRoom().household().id;
    const [words, setWords] = createSignal('');
    const [tried, setTried] = createSignal(false);
    const store = createAction(() => call(secretAddressEndpoints.store, { params: { householdId }, body: { address: words().trim() } }), {
        touches: () => [householdKey(householdId, 'shelter')],
        onDone: () => {
            setWords('');
            showToast({ text: t('shelter.secretStored') });
            props.onClose();
        },
    });
    const short = () => words().trim().length < 5;
    const submit = () => {
        setTried(true);
        if (!short())
            void store.run();
    };
    return (<ActionDialog open onClose={props.onClose} title={t('shelter.secretStoreTitle')} description={t('shelter.secretExplain')} act={t('ui.save')} action={store} onSubmit={submit}>
      <Field label={t('shelter.secretAddress')} error={tried() && short() ? t('fields.tooShort') : shelterProblem(t, store.problemAt('address'))} required>
        <TextArea rows={2} value={words()} maxlength={400} autocomplete="off" spellcheck={false} onValue={setWords}/>
      </Field>
    </ActionDialog>);
}
function GrantDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const householdId = room.household().id;
    const [person, setPerson] = createSignal(null);
    const [tried, setTried] = createSignal(false);
    const grant = createAction((personId, reason) => call(secretAddressEndpoints.grant, { params: { householdId, personId }, body: { reason } }), {
        touches: () => [householdKey(householdId, 'shelter')],
        onDone: () => showToast({ text: t('shelter.secretGranted', { person: person()?.name ?? '' }) }),
    });
    const run = async (reason) => {
        setTried(true);
        const chosen = person();
        return chosen ? grant.run(chosen.id, reason) : false;
    };
    return (<ReasonDialog open onClose={props.onClose} title={t('shelter.secretGrantTitle')} act={t('shelter.secretGrantAct')} action={{ ...grant, run }}>
      <Field label={t('team.person')} error={tried() && !person() ? t('fields.person') : shelterProblem(t, grant.problemAt('personId'))} required>
        <PersonPicker value={person()} onValue={setPerson} likely={peopleOf(room.household())}/>
      </Field>
    </ReasonDialog>);
}
function RemoveDialog(props) {
    const { t } = useMessages();
    const householdId = useRoom().household().id;
    const remove = createAction(() => call(secretAddressEndpoints.remove, { params: { householdId } }), {
        touches: () => [householdKey(householdId, 'shelter')],
        onDone: () => props.onClose(),
    });
    return (<ActionDialog open onClose={props.onClose} title={t('shelter.secretRemoveTitle')} description={t('shelter.secretRemoveExplain')} act={t('shelter.secretRemove')} kind="alarm" action={remove} onSubmit={() => void remove.run()}/>);
}
function EndDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const householdId = useRoom().household().id;
    const end = createAction(() => call(secretAddressEndpoints.endGrant, { params: { householdId, personId: props.person.id } }), {
        touches: () => [householdKey(householdId, 'shelter')],
        onDone: () => {
            showToast({ text: t('shelter.secretEnded', { person: props.person.name }) });
            props.onClose();
        },
    });
    return (<ActionDialog open onClose={props.onClose} title={t('shelter.secretEndTitle', { person: props.person.name })} description={t('shelter.secretEndExplain')} act={t('shelter.secretEnd', { person: props.person.name })} kind="alarm" action={end} onSubmit={() => void end.run()}/>);
}
