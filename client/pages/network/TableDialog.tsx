/** Opening a standing table or changing it: name, purpose, who sits there (D9). */
import { createSignal, type JSX } from 'solid-js';
import { newId, StandingTableId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import { type StandingTable, standingTableEndpoints } from '../../../shared/records/standing-tables.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodiesField } from './BodiesField.tsx';

export function TableDialog(props: { table: StandingTable | null; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const before = props.table;
  const id = before?.id ?? newId(StandingTableId);
  const [name, setName] = createSignal(before?.name ?? '');
  const [purpose, setPurpose] = createSignal(before?.purpose ?? '');
  const [members, setMembers] = createSignal<readonly BodyBrief[]>(before?.members ?? []);
  const [asked, setAsked] = createSignal(false);
  const save = createAction(
    () => {
      const written = { name: name(), purpose: purpose(), memberIds: members().map((body) => body.id) };
      return before
        ? call(standingTableEndpoints.change, {
            params: { standingTableId: id },
            body: { ...written, version: before.version },
          })
        : call(standingTableEndpoints.open, { body: { ...written, id } });
    },
    {
      touches: () => [keys.standingTables],
      onDone: () => {
        showToast({ text: t(before ? 'keep.table.saved' : 'keep.table.opened') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    if (members().length >= 2) void save.run();
  };
  const problem = (path: string) => fieldWords(t, save.problemAt(path));
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t(before ? 'keep.table.change' : 'keep.table.open')}
      description={t('keep.noCases')}
      act={t('ui.save')}
      action={save}
      onSubmit={submit}
    >
      <Field label={t('keep.name')} error={problem('name')} required>
        <TextInput dir="auto" value={name()} onValue={setName} />
      </Field>
      <Field label={t('keep.table.purpose')} error={problem('purpose')} optional>
        <TextArea rows={3} dir="auto" value={purpose()} onValue={setPurpose} />
      </Field>
      <Field
        label={t('territory.table.members')}
        hint={t('keep.twoBodies')}
        error={asked() && members().length < 2 ? t('keep.twoBodies') : problem('memberIds')}
        required
        group
      >
        <BodiesField value={members()} onValue={setMembers} />
      </Field>
    </ActionDialog>
  );
}
