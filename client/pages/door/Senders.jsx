/** Registered senders and their keys: each key is shown once, when it is made. */
import { createSignal, For, Show } from 'solid-js';
import { newId, SenderId } from '../../../shared/ids.ts';
import { ReportingKind } from '../../../shared/records/report-content.ts';
import { senderEndpoints } from '../../../shared/records/senders.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
export default function Senders() {
    const { t } = useMessages();
    const [adding, setAdding] = createSignal(false);
    const [ending, setEnding] = createSignal();
    const [key, setKey] = createSignal();
    const read = createRead(senderEndpoints.list, () => ({ key: keys.senders, input: {} }));
    const button = () => (<Button kind="primary" onClick={() => setAdding(true)}>
      {t('door.addSender')}
    </Button>);
    return (<section class="sect">
      <Answered read={read} lines={5}>
        {(answer) => (<Show when={answer().senders.length > 0} fallback={<EmptyState size="part" title={t('door.noSenders')} actions={button()}>
                {t('door.noSendersNext')}
              </EmptyState>}>
            <div class="filters">{button()}</div>
            <ul>
              <For each={answer().senders}>
                {(sender) => (<li class="line">
                    <b dir="auto">{sender.name}</b>
                    <span class="soft">{t(`door.sender.${sender.kind}`)}</span>
                    <Show when={sender.endedAt}>
                      <Tag>{t('door.ended')}</Tag>
                    </Show>
                    <span class="end">
                      {t('door.senderReports', { n: sender.reports })}
                      <Show when={!sender.endedAt}>
                        <Button small kind="quiet" aria-label={t('door.endSenderTitle', { name: sender.name })} onClick={() => setEnding({ ...sender })}>
                          {t('door.endSender')}
                        </Button>
                      </Show>
                    </span>
                  </li>)}
              </For>
            </ul>
          </Show>)}
      </Answered>
      <Show when={adding()}>
        <AddSender onClose={() => setAdding(false)} onKey={setKey}/>
      </Show>
      <Show when={ending()} keyed>
        {(sender) => <EndSender sender={sender} onClose={() => setEnding(undefined)}/>}
      </Show>
      <Show when={key()}>{(shown) => <KeyOnce value={shown()} onClose={() => setKey(undefined)}/>}</Show>
    </section>);
}
function AddSender(props) {
    const { t } = useMessages();
    const id = newId(SenderId);
    const [name, setName] = createSignal('');
    const [kind, setKind] = createSignal('hospital');
    const [body, setBody] = createSignal(null);
    const add = createAction(() => call(senderEndpoints.add, {
        body: { id, name: name().trim() || (body()?.name ?? ''), kind: kind(), bodyId: body()?.id ?? null },
    }), {
        touches: () => [keys.senders],
        onDone: ({ key }) => {
            props.onClose();
            props.onKey(key);
        },
    });
    return (<ActionDialog open onClose={props.onClose} title={t('door.senderTitle')} act={t('door.addSender')} action={add} onSubmit={() => void add.run()}>
      <Field label={t('door.body')} optional error={fieldWords(t, add.problemAt('bodyId'))}>
        <BodyPicker value={body()} onValue={setBody}/>
      </Field>
      <Field label={t('door.senderOrg')} error={fieldWords(t, add.problemAt('name'))}>
        <TextInput dir="auto" value={name()} placeholder={body()?.name ?? ''} onValue={setName}/>
      </Field>
      <Field label={t('door.kind')}>
        <Select value={kind()} options={ReportingKind.options.map((value) => ({ value, label: t(`door.sender.${value}`) }))} onValue={setKind}/>
      </Field>
    </ActionDialog>);
}
function EndSender(props) {
    const { t } = useMessages();
    const end = createAction(() => call(senderEndpoints.end, { params: { senderId: props.sender.id } }), {
        touches: () => [keys.senders],
        onDone: () => props.onClose(),
    });
    return (<ActionDialog open onClose={props.onClose} title={t('door.endSenderTitle', { name: props.sender.name })} description={t('door.endSenderNote')} act={t('door.endSender')} kind="alarm" action={end} onSubmit={() => void end.run()}/>);
}
function KeyOnce(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const copy = (text) => void navigator.clipboard.writeText(text).then(() => showToast({ text: t('door.copied') }));
    return (<Dialog open onClose={props.onClose} title={t('door.key')} description={t('door.keyNote')} actions={<>
          <Button onClick={() => copy(`${location.origin}/report#${props.value}`)}>
            {t('door.copyLink')}
          </Button>
          <Button kind="primary" onClick={() => copy(props.value)}>
            {t('door.copyKey')}
          </Button>
        </>}>
      <code class="door-key" dir="ltr">
        {props.value}
      </code>
    </Dialog>);
}
