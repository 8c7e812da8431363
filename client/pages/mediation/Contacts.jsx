/** Contacts with the family, and the silence between them (A7): in the team's tab. */
import { createSignal, For, Show, Suspense } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import { Day } from '../../../shared/dates.ts';
import { ContactId, newId } from '../../../shared/ids.ts';
import { ContactChannel, contactEndpoints, } from '../../../shared/records/contacts.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, RadioGroup, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { Loading } from '../../ui/notes.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';
/** As many as show before "former" is opened. */
const latest = 5;
export function Contacts() {
    return (<Suspense fallback={<Loading lines={2}/>}>
      <Section />
    </Suspense>);
}
function Section() {
    const { t } = useMessages();
    const room = useRoom();
    const [adding, setAdding] = createSignal(false);
    const read = createRead(contactEndpoints.list, () => ({
        key: householdKey(room.household().id, 'contacts'),
        input: { params: { householdId: room.household().id } },
    }));
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('mediation.contacts')}</h2>
        <Show when={room.household().can.writeContacts}>
          <Button small icon={<IconPlus class="i i-s" aria-hidden="true"/>} onClick={() => setAdding(true)}>
            {t('mediation.contactAdd')}
          </Button>
        </Show>
      </div>
      <Answered read={read} lines={2}>
        {(answer) => <Listed contacts={answer()}/>}
      </Answered>
      <Show when={adding()}>
        <ContactDialog onClose={() => setAdding(false)}/>
      </Show>
    </section>);
}
function Listed(props) {
    const { t, formats } = useMessages();
    const room = useRoom();
    const [changing, setChanging] = createSignal(false);
    return (<>
      <Show when={props.contacts.signal}>
        {(signal) => (<p class="late">{t('mediation.silent', { date: formats().date(signal().silentSince) })}</p>)}
      </Show>
      <div class="item-m med-i">
        <span>
          {props.contacts.lastReached
            ? t('mediation.lastReached', { date: formats().date(props.contacts.lastReached) })
            : t('mediation.never')}
        </span>
        <Show when={room.household().can.writeCharge} fallback={<span>{t('mediation.interval', { days: props.contacts.days })}</span>}>
          <button type="button" class="link" title={t('mediation.intervalChange')} onClick={() => setChanging(true)}>
            {t('mediation.interval', { days: props.contacts.days })}
          </button>
        </Show>
      </div>
      <Show when={props.contacts.contacts.length > 0} fallback={<p class="muted">{t('mediation.contactsNone')}</p>}>
        <ul>
          <For each={props.contacts.contacts.slice(0, latest)}>
            {(contact) => (<li class="line">
                <time dateTime={contact.on}>{formats().date(contact.on)}</time>
                <span>{t(`mediation.channel.${contact.channel}`)}</span>
                <Show when={!contact.reached}>
                  <span class="late">{t('mediation.notReached')}</span>
                </Show>
                <Show when={contact.note}>
                  {(note) => (<span class="soft" dir="auto">
                      {note()}
                    </span>)}
                </Show>
                <span class="end" dir="auto">
                  {contact.by.name}
                </span>
              </li>)}
          </For>
        </ul>
      </Show>
      <Show when={changing()}>
        <IntervalDialog days={props.contacts.ownDays} onClose={() => setChanging(false)}/>
      </Show>
    </>);
}
function ContactDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const id = newId(ContactId);
    const [on, setOn] = createSignal(room.today());
    const [channel, setChannel] = createSignal('phone');
    const [reached, setReached] = createSignal('yes');
    const [note, setNote] = createSignal('');
    const [asked, setAsked] = createSignal(false);
    const householdId = room.household().id;
    const record = createAction((day) => call(contactEndpoints.record, {
        params: { householdId },
        body: { id, on: day, channel: channel(), reached: reached() === 'yes', note: note().trim() },
    }), {
        touches: () => [householdKey(householdId, 'contacts'), householdKey(householdId, 'tasks')],
        onDone: () => {
            showToast({ text: t('mediation.contactSaved') });
            props.onClose();
        },
    });
    const submit = () => {
        setAsked(true);
        const day = Day.safeParse(on()).data;
        if (day)
            void record.run(day);
    };
    return (<ActionDialog open onClose={props.onClose} title={t('mediation.contactTitle')} act={t('mediation.contactAct')} action={record} onSubmit={submit}>
      <div class="pair">
        <Field label={t('mediation.day')} error={asked() && !on() ? t('fields.date') : fieldWords(t, record.problemAt('on'))} required>
          <DateInput value={on()} onValue={setOn}/>
        </Field>
        <Field label={t('mediation.channel')}>
          <Select value={channel()} options={ContactChannel.options.map((value) => ({
            value,
            label: t(`mediation.channel.${value}`),
        }))} onValue={setChannel}/>
        </Field>
      </div>
      <Field group label={t('mediation.reached')}>
        <RadioGroup value={reached()} options={[
            { value: 'yes', label: t('mediation.wasReached') },
            { value: 'no', label: t('mediation.notReached') },
        ]} onValue={setReached}/>
      </Field>
      <Field label={t('mediation.contactNote')} optional error={fieldWords(t, record.problemAt('note'))}>
        <TextArea rows={2} maxlength={500} value={note()} onValue={setNote}/>
      </Field>
    </ActionDialog>);
}
function IntervalDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const householdId = room.household().id;
    const [days, setDays] = createSignal(props.days === null ? '' : String(props.days));
    const change = createAction(() => call(contactEndpoints.changeInterval, {
        params: { householdId },
        body: { days: days() === '' ? null : Number(days()) },
    }), {
        touches: () => [householdKey(householdId, 'contacts')],
        onDone: () => {
            showToast({ text: t('mediation.intervalSaved') });
            props.onClose();
        },
    });
    return (<ActionDialog open onClose={props.onClose} title={t('mediation.intervalTitle')} act={t('ui.save')} action={change} onSubmit={() => void change.run()}>
      <Field label={t('mediation.intervalTitle')} hint={t('mediation.intervalHint')} optional error={fieldWords(t, change.problemAt('days'))}>
        <TextInput type="number" min={7} max={365} value={days()} onValue={setDays}/>
      </Field>
    </ActionDialog>);
}
