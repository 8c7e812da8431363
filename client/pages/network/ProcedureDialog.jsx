/** Writing a procedure's first or next version, or going on with its draft. */
import { createSignal, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { newId, ProcedureId } from '../../../shared/ids.ts';
import { procedureEndpoints, } from '../../../shared/records/procedures.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
export function ProcedureDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const id = newId(ProcedureId);
    // What one writes stays what one began from, though the page reads on meanwhile.
    const begun = props.procedure;
    const newest = begun?.versions[0];
    const isDraft = newest?.inForceFrom === null;
    const [kind, setKind] = createSignal(props.kinds[0] ?? 'procedure');
    const [title, setTitle] = createSignal('');
    const [text, setText] = createSignal(newest?.text ?? '');
    const [change, setChange] = createSignal(isDraft ? newest.change : '');
    const [day, setDay] = createSignal('');
    const version = () => ({
        text: text(),
        change: change(),
        authorId: null,
        inForceFrom: Day.safeParse(day()).data ?? null,
    });
    const send = () => {
        if (begun === undefined || newest === undefined) {
            return call(procedureEndpoints.write, { body: { ...version(), id, kind: kind(), title: title() } });
        }
        const { number, writtenAt } = newest;
        return isDraft
            ? call(procedureEndpoints.changeDraft, {
                params: { procedureId: begun.id, number },
                body: { ...version(), writtenAt },
            })
            : call(procedureEndpoints.addVersion, {
                params: { procedureId: begun.id },
                body: { ...version(), after: number },
            });
    };
    const save = createAction(send, {
        touches: () => [keys.procedures],
        onDone: () => {
            showToast({ text: t('territory.proc.saved') });
            props.onClose();
        },
    });
    const problem = (path) => fieldWords(t, save.problemAt(path));
    return (<ActionDialog open onClose={props.onClose} shape="wide" title={begun
            ? t(isDraft ? 'territory.proc.edit' : 'territory.proc.newTitle', { title: begun.title })
            : t('territory.proc.write')} act={t('ui.save')} action={save} onSubmit={() => void save.run()}>
      <Show when={!begun}>
        <div class="pair">
          <Field label={t('territory.proc.name')} error={problem('title')} required>
            <TextInput dir="auto" value={title()} onValue={setTitle}/>
          </Field>
          <Show when={props.kinds.length > 1}>
            <Field label={t('territory.proc.kind')}>
              <Select value={kind()} options={props.kinds.map((value) => ({ value, label: t(`territory.proc.kind.${value}`) }))} onValue={setKind}/>
            </Field>
          </Show>
        </div>
      </Show>
      <Field label={t('territory.proc.text')} error={problem('text')} required>
        <TextArea rows={8} dir="auto" value={text()} onValue={setText}/>
      </Field>
      <div class="pair">
        <Field label={t('territory.proc.change')} error={problem('change')} required>
          <TextInput dir="auto" value={change()} onValue={setChange}/>
        </Field>
        <Field label={t('territory.proc.inForceFrom')} hint={t('territory.proc.draftHint')} error={problem('inForceFrom')} optional>
          <DateInput value={day()} onValue={setDay}/>
        </Field>
      </div>
    </ActionDialog>);
}
