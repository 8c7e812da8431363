/** Adding a structure: one of the directory, or one that is added with it; a concealed one by protection only (D4, D7). */
import { createSignal, type JSX, Show } from 'solid-js';
import { BodyId, newId } from '../../../shared/ids.ts';
import type { BodyBrief, BodyDraft } from '../../../shared/records/bodies.ts';
import { type StructureTerms, structureEndpoints } from '../../../shared/records/structures.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, RadioGroup, Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';

const districts = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

/** What the form doesn't ask: it can be written in the directory. */
const unasked = {
  sector: 'protection',
  public: false,
  area: null,
  description: '',
  email: null,
  phone: null,
  hours: null,
} as const;

export function AddStructureDialog(props: { onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const me = useMe();
  const fresh = newId(BodyId);
  const [source, setSource] = createSignal<'new' | 'known'>('new');
  const [known, setKnown] = createSignal<BodyBrief | null>(null);
  const [name, setName] = createSignal('');
  const [kind, setKind] = createSignal<'shelter' | 'family_placement'>('shelter');
  const [district, setDistrict] = createSignal('');
  const [concealed, setConcealed] = createSignal(false);
  const [capacity, setCapacity] = createSignal('');
  const [others, setOthers] = createSignal('0');
  const [age, setAge] = createSignal('');
  const [alert, setAlert] = createSignal('');
  const [pregnant, setPregnant] = createSignal(true);
  const [children, setChildren] = createSignal(true);
  const [asked, setAsked] = createSignal(false);
  const whole = (text: string): number | null => (text.trim() === '' ? null : Number(text));
  const terms = (): StructureTerms => ({
    capacity: whole(capacity()) ?? 0,
    others: whole(others()) ?? 0,
    childAgeMax: whole(age()),
    alertNights: whole(alert()),
    takesPregnant: pregnant(),
    takesChildren: children(),
    open: true,
  });
  const body = (): BodyDraft => ({
    ...unasked,
    languages: [],
    resources: [],
    name: name(),
    kind: kind(),
    district: whole(district()),
  });
  const isNew = () => source() === 'new';
  const add = createAction(
    (id: BodyId) =>
      call(structureEndpoints.open, {
        body: {
          id,
          body: isNew() ? body() : null,
          concealed: isNew() && concealed(),
          terms: terms(),
        },
      }),
    {
      touches: () => [keys.structures, keys.bodies],
      onDone: () => {
        showToast({ text: t('keep.shelter.added') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    const id = isNew() ? fresh : known()?.id;
    if (id) void add.run(id);
  };
  const problem = (path: string) =>
    fieldWords(t, add.problemAt(`terms.${path}`) ?? add.problemAt(path) ?? add.problemAt(`body.${path}`));
  const number = (label: string, path: string, value: string, set: (text: string) => void, hint?: string) => (
    <Field label={label} hint={hint} error={problem(path)}>
      <TextInput inputmode="numeric" value={value} onValue={set} />
    </Field>
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t('keep.shelter.add')}
      act={t('ui.save')}
      action={add}
      onSubmit={submit}
    >
      <Field label={t('shelter.structure')} group>
        <RadioGroup
          value={source()}
          options={[
            { value: 'new', label: t('keep.shelter.new') },
            { value: 'known', label: t('keep.shelter.known') },
          ]}
          onValue={setSource}
        />
      </Field>
      <Show
        when={isNew()}
        fallback={
          <Field
            label={t('keep.shelter.which')}
            hint={t('keep.shelter.whichHint')}
            error={asked() && !known() ? t('fields.body') : problem('id') && t('keep.shelter.otherKind')}
            required
          >
            <BodyPicker value={known()} onValue={setKnown} />
          </Field>
        }
      >
        <Field label={t('keep.name')} error={problem('name')} required>
          <TextInput dir="auto" value={name()} onValue={setName} />
        </Field>
        <div class="pair">
          <Field label={t('keep.shelter.kind')}>
            <Select
              value={kind()}
              options={(['shelter', 'family_placement'] as const).map((value) => ({
                value,
                label: t(`functions.bodyKind.${value}`),
              }))}
              onValue={setKind}
            />
          </Field>
          <Field label={t('keep.shelter.district')} error={problem('district')} optional>
            <Select
              value={district()}
              options={[
                { value: '', label: t('keep.shelter.noDistrict') },
                ...districts.map((value) => ({ value: value as string, label: value })),
              ]}
              onValue={setDistrict}
            />
          </Field>
        </div>
        <Show when={me().function === 'protection'}>
          <Checkbox
            checked={concealed()}
            label={t('keep.shelter.concealed')}
            note={t('keep.shelter.concealedNote')}
            onValue={setConcealed}
          />
        </Show>
      </Show>
      <div class="pair">
        {number(t('shelter.capacity'), 'capacity', capacity(), setCapacity)}
        {number(t('shelter.others'), 'others', others(), setOthers)}
      </div>
      <div class="pair">
        {number(t('shelter.childAgeMax'), 'childAgeMax', age(), setAge, t('shelter.childAgeMaxHint'))}
        {number(t('shelter.alertNights'), 'alertNights', alert(), setAlert, t('keep.shelter.alertHint'))}
      </div>
      <Checkbox checked={pregnant()} label={t('shelter.takesPregnant')} onValue={setPregnant} />
      <Checkbox checked={children()} label={t('shelter.takesChildren')} onValue={setChildren} />
    </ActionDialog>
  );
}
