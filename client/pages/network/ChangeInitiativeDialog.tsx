/** Changing what is written about an initiative: also its space, its programme, how many it takes (A8, A11). */
import { createSignal, type JSX } from 'solid-js';
import { ProgrammeId, SpaceId } from '../../../shared/ids.ts';
import { GoalObjective } from '../../../shared/records/goals.ts';
import { type Initiative, InitiativeKind, initiativeEndpoints } from '../../../shared/records/initiatives.ts';
import { programmeEndpoints } from '../../../shared/records/programmes.ts';
import { spaceEndpoints } from '../../../shared/records/spaces.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { LanguageChecks } from '../households/LanguageChecks.tsx';
import { wholeOf } from './lines.ts';

export function ChangeInitiativeDialog(props: { initiative: Initiative; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const me = useMe();
  const before = props.initiative;
  const [title, setTitle] = createSignal(before.title);
  const [kind, setKind] = createSignal(before.kind);
  const [objective, setObjective] = createSignal(before.objective);
  const [languages, setLanguages] = createSignal(before.languages);
  const [spaceId, setSpaceId] = createSignal<string>(before.spaceId ?? '');
  const [programmeId, setProgrammeId] = createSignal<string>(before.programmeId ?? '');
  const [capacity, setCapacity] = createSignal(before.capacity === null ? '' : String(before.capacity));
  const [note, setNote] = createSignal(before.note);
  const spaces = createRead(spaceEndpoints.list, () => ({ key: keys.spaces, input: {} }));
  const programmes = createRead(programmeEndpoints.list, () => ({
    key: keys.programmes,
    input: {},
    enabled: me().function !== 'family',
  }));
  const save = createAction(
    () =>
      call(initiativeEndpoints.change, {
        params: { initiativeId: before.id },
        body: {
          bodyId: before.body.id,
          title: title(),
          kind: kind(),
          objective: objective(),
          languages: [...languages()],
          spaceId: SpaceId.safeParse(spaceId()).data ?? null,
          programmeId: ProgrammeId.safeParse(programmeId()).data ?? null,
          capacity: capacity().trim() === '' ? null : wholeOf(capacity()),
          note: note(),
          version: before.version,
        },
      }),
    {
      touches: () => [keys.initiatives],
      onDone: () => {
        showToast({ text: t('keep.init.saved') });
        props.onClose();
      },
    },
  );
  const spaceOptions = () => [
    { value: '', label: t('keep.init.noSpace') },
    ...(spaces.value()?.spaces ?? [])
      .filter(({ id, body }) => body.id === before.body.id || id === before.spaceId)
      .map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  const programmeOptions = () => [
    { value: '', label: t('keep.init.noProgramme') },
    ...(programmes.value()?.programmes ?? []).map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  const problem = (path: string) => fieldWords(t, save.problemAt(path));
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t('keep.init.change')}
      description={<bdi>{before.body.name}</bdi>}
      act={t('ui.save')}
      action={save}
      onSubmit={() => void save.run()}
    >
      <Field label={t('territory.init.name')} error={problem('title')} required>
        <TextInput dir="auto" value={title()} onValue={setTitle} />
      </Field>
      <div class="pair">
        <Field label={t('territory.init.kind')}>
          <Select
            value={kind()}
            options={InitiativeKind.options.map((value) => ({
              value,
              label: t(`territory.init.kind.${value}`),
            }))}
            onValue={setKind}
          />
        </Field>
        <Field label={t('territory.init.objective')}>
          <Select
            value={objective()}
            options={GoalObjective.options.map((value) => ({
              value,
              label: t(`territory.objective.${value}`),
            }))}
            onValue={setObjective}
          />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('keep.init.space')} error={problem('spaceId')}>
          <Select value={spaceId()} options={spaceOptions()} onValue={setSpaceId} />
        </Field>
        <Field label={t('keep.init.programme')} error={problem('programmeId')}>
          <Select value={programmeId()} options={programmeOptions()} onValue={setProgrammeId} />
        </Field>
        <Field label={t('territory.space.capacity')} error={problem('capacity')} optional>
          <TextInput inputmode="numeric" value={capacity()} onValue={setCapacity} />
        </Field>
      </div>
      <Field label={t('territory.map.speaks')} group optional>
        <LanguageChecks value={languages()} onValue={(chosen) => setLanguages([...chosen])} />
      </Field>
      <Field label={t('territory.space.note')} error={problem('note')} optional>
        <TextArea rows={2} dir="auto" value={note()} onValue={setNote} />
      </Field>
    </ActionDialog>
  );
}
