/** Every account: function, body, title; closing one ends its sessions at once. */
import { createSignal, For, onCleanup, Show } from 'solid-js';
import { PersonFunction } from '../../../shared/person-function.ts';
import { personEndpoints } from '../../../shared/records/people.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, Select, TextInput } from '../../ui/inputs.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
/** Rest after the last key before asking, in milliseconds. */
const restMs = 200;
/** Functions an administrator gives; the family's come with their household. */
export const givenFunctions = PersonFunction.exclude(['family']);
export function Accounts() {
    const { t } = useMessages();
    const [words, setWords] = createSignal('');
    const [editing, setEditing] = createSignal();
    let timer;
    const settle = (text) => {
        clearTimeout(timer);
        timer = setTimeout(() => setWords(text.trim()), restMs);
    };
    onCleanup(() => clearTimeout(timer));
    const read = createRead(personEndpoints.accounts, () => ({
        key: [...keys.accounts, { q: words() }],
        input: { query: { q: words() || undefined } },
        keepFormer: true,
    }));
    return (<section class="sect">
      <search class="filters">
        <TextInput type="search" aria-label={t('admin.search')} placeholder={t('admin.search')} onValue={settle}/>
      </search>
      <Answered read={read} lines={8}>
        {(answer) => (<Show when={answer().people.length > 0} fallback={<p class="muted">{t('admin.noAccounts')}</p>}>
            <ul>
              <For each={answer().people}>
                {(person) => (<li class="line">
                    <span class="person-t">
                      <b dir="auto">{person.name}</b>
                      <small dir="ltr">{person.email}</small>
                    </span>
                    <Show when={!person.active}>
                      <Tag>{t('admin.closed')}</Tag>
                    </Show>
                    <span class="end">
                      <span dir="auto">
                        {[person.title || t(`functions.function.${person.function}`), person.body?.name]
                    .filter(Boolean)
                    .join(' · ')}
                      </span>
                      <Show when={person.function !== 'family'}>
                        <Button small aria-label={t('admin.editOf', { name: person.name })} onClick={() => setEditing({ ...person })}>
                          {t('admin.edit')}
                        </Button>
                      </Show>
                    </span>
                  </li>)}
              </For>
            </ul>
          </Show>)}
      </Answered>
      <Show when={editing()} keyed>
        {(person) => <EditAccount person={person} onClose={() => setEditing(undefined)}/>}
      </Show>
    </section>);
}
function EditAccount(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const [role, setRole] = createSignal(givenFunctions.safeParse(props.person.function).data ?? 'partner');
    const [body, setBody] = createSignal(props.person.body);
    const [title, setTitle] = createSignal(props.person.title);
    const [active, setActive] = createSignal(props.person.active);
    const change = createAction(() => call(personEndpoints.changeAccount, {
        params: { personId: props.person.id },
        body: { function: role(), bodyId: body()?.id ?? null, title: title().trim(), active: active() },
    }), {
        touches: () => [keys.accounts, keys.people],
        onDone: () => {
            showToast({ text: t('admin.saved') });
            props.onClose();
        },
    });
    return (<ActionDialog open onClose={props.onClose} title={t('admin.editOf', { name: props.person.name })} act={t('ui.save')} action={change} onSubmit={() => void change.run()}>
      <Field label={t('admin.function')} error={fieldWords(t, change.problemAt('function'))}>
        <Select value={role()} options={givenFunctions.options.map((value) => ({
            value,
            label: t(`functions.function.${value}`),
        }))} onValue={setRole}/>
      </Field>
      <Field label={t('admin.body')} optional error={fieldWords(t, change.problemAt('bodyId'))}>
        <BodyPicker value={body()} onValue={setBody}/>
      </Field>
      <Field label={t('admin.jobTitle')} optional error={fieldWords(t, change.problemAt('title'))}>
        <TextInput dir="auto" value={title()} onValue={setTitle}/>
      </Field>
      <Checkbox checked={active()} label={t('admin.active')} note={t('admin.activeNote')} onValue={setActive}/>
    </ActionDialog>);
}
