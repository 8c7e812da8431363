/** The household's requests for a mediator, and asking for one: in the team's tab (A5). */
import './mediation.css';
import { createSignal, For, Show, Suspense } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import { instantOf } from '../../../shared/dates.ts';
import { MediationId, newId } from '../../../shared/ids.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import { isMediationOpen, MediationAim, MediationMode, mediationEndpoints, speaks, } from '../../../shared/records/mediation.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { Loading } from '../../ui/notes.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';
import { MediationItem } from './MediationItem.tsx';
export function Mediations() {
    return (<Suspense fallback={<Loading lines={2}/>}>
      <Section />
    </Suspense>);
}
function Section() {
    const { t } = useMessages();
    const room = useRoom();
    const [asking, setAsking] = createSignal(false);
    const [cancelling, setCancelling] = createSignal();
    const read = createRead(mediationEndpoints.ofHousehold, () => ({
        key: householdKey(room.household().id, 'mediation'),
        input: { params: { householdId: room.household().id } },
    }));
    const can = () => room.household().can.requestMediation;
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('mediation.title')}</h2>
        <Show when={can()}>
          <Button small icon={<IconPlus class="i i-s" aria-hidden="true"/>} aria-label={t('mediation.request')} onClick={() => setAsking(true)}>
            {t('mediation.requestShort')}
          </Button>
        </Show>
      </div>
      <Answered read={read} lines={2}>
        {(answer) => (<Show when={answer().requests.length > 0} fallback={<p class="muted">{t('mediation.none')}</p>}>
            <ul>
              <For each={answer().requests}>
                {(request) => (<MediationItem request={request} roster={[]} atHome>
                    <Show when={can() && isMediationOpen(request.status)}>
                      <div class="item-a">
                        <Button small kind="quiet" onClick={() => setCancelling(request)}>
                          {t('mediation.cancel')}
                        </Button>
                      </div>
                    </Show>
                  </MediationItem>)}
              </For>
            </ul>
          </Show>)}
      </Answered>
      <Show when={asking()}>
        <RequestDialog onClose={() => setAsking(false)}/>
      </Show>
      <Show when={cancelling()}>
        {(request) => <CancelDialog request={request()} onClose={() => setCancelling(undefined)}/>}
      </Show>
    </section>);
}
function RequestDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const id = newId(MediationId);
    const spoken = room.household().languages.find((code) => code !== 'it') ?? 'ar';
    const [language, setLanguage] = createSignal(spoken);
    const [aim, setAim] = createSignal('trust');
    const [mode, setMode] = createSignal('in_person');
    const [at, setAt] = createSignal('');
    const [place, setPlace] = createSignal('');
    const [note, setNote] = createSignal('');
    const roster = createRead(mediationEndpoints.roster, () => ({
        key: [...keys.mediation, 'roster'],
        input: {},
    }));
    const speakers = () => roster.value()?.mediators.filter((entry) => speaks(entry, language())).length;
    const request = createAction(() => call(mediationEndpoints.request, {
        params: { householdId: room.household().id },
        body: {
            id,
            language: language(),
            aim: aim(),
            mode: mode(),
            at: at() ? instantOf(new Date(at())) : null,
            place: place().trim(),
            note: note().trim(),
        },
    }), {
        touches: () => [householdKey(room.household().id, 'mediation')],
        onDone: () => {
            showToast({ text: t('mediation.requested') });
            props.onClose();
        },
    });
    return (<ActionDialog open onClose={props.onClose} title={t('mediation.request')} description={t('mediation.requestExplain')} act={t('mediation.request')} action={request} onSubmit={() => void request.run()}>
      <div class="pair">
        <Field label={t('mediation.language')} hint={speakers() === undefined ? undefined : t('mediation.speaks', { n: speakers() ?? 0 })}>
          <Select value={language()} options={ContentLanguage.options
            .filter((code) => code !== 'it')
            .map((value) => ({ value, label: t(`functions.language.${value}`) }))} onValue={setLanguage}/>
        </Field>
        <Field label={t('mediation.aim')}>
          <Select value={aim()} options={MediationAim.options.map((value) => ({ value, label: t(`mediation.aim.${value}`) }))} onValue={setAim}/>
        </Field>
      </div>
      <div class="pair">
        <Field label={t('mediation.mode')}>
          <Select value={mode()} options={MediationMode.options.map((value) => ({ value, label: t(`mediation.mode.${value}`) }))} onValue={setMode}/>
        </Field>
        <Field label={t('mediation.when')} optional error={fieldWords(t, request.problemAt('at'))}>
          <TextInput type="datetime-local" value={at()} onValue={setAt}/>
        </Field>
      </div>
      <Field label={t('mediation.where')} optional error={fieldWords(t, request.problemAt('place'))}>
        <TextInput dir="auto" maxlength={200} value={place()} onValue={setPlace}/>
      </Field>
      <Field label={t('mediation.note')} hint={t('mediation.noteHint')} error={fieldWords(t, request.problemAt('note'))} required>
        <TextArea rows={3} maxlength={1000} value={note()} onValue={setNote}/>
      </Field>
    </ActionDialog>);
}
function CancelDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const householdId = room.household().id;
    const cancel = createAction((reason) => call(mediationEndpoints.cancel, {
        params: { householdId, mediationId: props.request.id },
        body: { reason, version: props.request.version },
    }), {
        touches: () => [householdKey(householdId, 'mediation')],
        onDone: () => showToast({ text: t('mediation.cancelled') }),
    });
    return (<ReasonDialog open onClose={props.onClose} title={t('mediation.cancelTitle')} description={t('mediation.cancelExplain')} act={t('mediation.cancel')} kind="alarm" action={cancel}/>);
}
