/** What the family consented that third-sector bodies may see. Public care never waits for it. */
import { createSignal, For, Show } from 'solid-js';
import { ConsentId, newId } from '../../../shared/ids.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import { consentEndpoints } from '../../../shared/records/consents.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, Select } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { useRoom } from './household-room.tsx';
import { peopleOf } from './people-of.ts';
/** The notice in force, as the paper given to the family is marked. */
const noticeVersion = '2026-01';
export function Consents() {
    const { t } = useMessages();
    const room = useRoom();
    const [recording, setRecording] = createSignal(false);
    const [withdrawing, setWithdrawing] = createSignal();
    const can = () => room.household().can.recordConsents;
    const read = createRead(consentEndpoints.list, () => ({
        key: householdKey(room.household().id, 'consents'),
        input: { params: { householdId: room.household().id } },
    }));
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('team.consents')}</h2>
        <Show when={can()}>
          <Button small onClick={() => setRecording(true)}>
            {t('team.recordConsent')}
          </Button>
        </Show>
      </div>
      <p class="muted">{t('team.consentsExplain')}</p>
      <Answered read={read} lines={2}>
        {(answer) => (<Show when={answer().consents.length > 0} fallback={<p class="soft">{t('team.noConsents')}</p>}>
            <ul>
              <For each={answer().consents}>
                {(consent) => (<ConsentLine consent={consent} can={can()} onWithdraw={() => setWithdrawing(consent)}/>)}
              </For>
            </ul>
          </Show>)}
      </Answered>
      <RecordConsent open={recording()} onClose={() => setRecording(false)}/>
      <Show when={withdrawing()}>
        {(consent) => <WithdrawConsent consent={consent()} onClose={() => setWithdrawing(undefined)}/>}
      </Show>
    </section>);
}
function ConsentLine(props) {
    const { t, formats } = useMessages();
    const room = useRoom();
    const who = () => room.household().members.find((member) => member.id === props.consent.memberId)?.name ?? '';
    const bodies = () => formats().list(props.consent.bodies.map((body) => body.name));
    return (<li class="line">
      <span dir="auto">
        <b>{who()}</b> → {bodies()}
      </span>
      <span class="end">
        <Show when={props.consent.withdrawn} fallback={t('team.given', { date: formats().date(props.consent.given) })}>
          {(day) => t('team.withdrawnOn', { date: formats().date(day()) })}
        </Show>
        <Show when={props.can && props.consent.withdrawn === null}>
          <Button small kind="quiet" aria-label={`${t('team.withdraw')}: ${bodies()}`} onClick={() => props.onWithdraw()}>
            {t('team.withdraw')}
          </Button>
        </Show>
      </span>
    </li>);
}
function RecordConsent(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [id, setId] = createSignal(newId(ConsentId));
    const adults = () => room.household().members.filter((member) => member.left === null && member.relation !== 'child');
    const [who, setWho] = createSignal();
    const [bodyIds, setBodyIds] = createSignal([]);
    const [language, setLanguage] = createSignal(room.household().languages[0] ?? 'it');
    const [mediator, setMediator] = createSignal(null);
    const [asked, setAsked] = createSignal(false);
    const member = () => adults().find((one) => one.id === who()) ?? adults()[0];
    const bodies = () => {
        const all = room
            .household()
            .careTeam.filter((one) => one.to === null && one.role === 'partner')
            .flatMap((one) => (one.person.body ? [one.person.body] : []));
        return [...new Map(all.map((body) => [body.id, body])).values()];
    };
    const record = createAction((memberId) => call(consentEndpoints.record, {
        params: { householdId: room.household().id },
        body: {
            id: id(),
            memberId,
            bodyIds: [...bodyIds()],
            noticeVersion,
            language: language(),
            mediatorId: mediator()?.id ?? null,
        },
    }), {
        touches: () => [everythingOfHousehold(room.household().id)],
        onDone: () => {
            showToast({ text: t('team.recorded') });
            setId(newId(ConsentId));
            setBodyIds([]);
            setAsked(false);
            props.onClose();
        },
    });
    const submit = () => {
        setAsked(true);
        const one = member();
        if (one && bodyIds().length > 0)
            void record.run(one.id);
    };
    return (<ActionDialog open={props.open} onClose={props.onClose} title={t('team.consentTitle')} description={t('team.consentsExplain')} act={t('households.record')} action={record} onSubmit={submit}>
      <Field label={t('team.consentBy')}>
        <Select value={member()?.id ?? ''} options={adults().map((one) => ({ value: one.id, label: one.name }))} onValue={setWho}/>
      </Field>
      <Field group label={t('team.consentBodies')} error={asked() && bodyIds().length === 0 ? t('fields.missing') : fieldWords(t, record.problemAt('bodyIds'))}>
        <Show when={bodies().length > 0} fallback={<p class="muted">{t('team.noBodies')}</p>}>
          <div class="opts">
            <For each={bodies()}>
              {(body) => (<Checkbox checked={bodyIds().includes(body.id)} label={<bdi>{body.name}</bdi>} onValue={(chosen) => setBodyIds(chosen ? [...bodyIds(), body.id] : bodyIds().filter((one) => one !== body.id))}/>)}
            </For>
          </div>
        </Show>
      </Field>
      <div class="pair">
        <Field label={t('team.consentLanguage')}>
          <Select value={language()} options={ContentLanguage.options.map((value) => ({
            value,
            label: t(`functions.language.${value}`),
        }))} onValue={setLanguage}/>
        </Field>
        <Field label={t('team.consentMediator')} optional>
          <PersonPicker value={mediator()} onValue={setMediator} functions={['mediator']} likely={peopleOf(room.household()).filter((person) => person.function === 'mediator')}/>
        </Field>
      </div>
    </ActionDialog>);
}
function WithdrawConsent(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const withdraw = createAction(() => call(consentEndpoints.withdraw, {
        params: { householdId: room.household().id, consentId: props.consent.id },
    }), {
        touches: () => [everythingOfHousehold(room.household().id)],
        onDone: () => {
            showToast({ text: t('team.recorded') });
            props.onClose();
        },
    });
    return (<ActionDialog open onClose={props.onClose} title={t('team.withdrawTitle')} description={t('team.withdrawExplain')} act={t('team.withdraw')} kind="alarm" action={withdraw} onSubmit={() => void withdraw.run()}/>);
}
