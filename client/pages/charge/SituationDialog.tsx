/** Records the situation of a day: begins with what was known last, and a second time on a day corrects it. */
import { type JSX, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Day } from '../../../shared/dates.ts';
import {
  DocumentState,
  HealthRegistration,
  Housing,
  Isee,
  Known,
  Residence,
  type Situation,
  type SituationFacts,
  situationEndpoints,
  unknownSituation,
  Work,
} from '../../../shared/records/situations.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';
import { centsOf, typedOf } from './euro.ts';

const iseeStates = ['known', 'none', 'unknown'] as const satisfies readonly Isee['state'][];

function formOf(facts: SituationFacts, today: Day) {
  const { isee, severePovertySince, documentExpires, ...codes } = facts;
  return {
    ...codes,
    on: today as string,
    severePovertySince: severePovertySince ?? '',
    documentExpires: documentExpires ?? '',
    iseeState: isee.state,
    iseeEuro: isee.state === 'known' ? typedOf(isee.cents) : '',
    iseeOn: isee.state === 'known' ? (isee.on as string) : '',
  };
}
type Form = ReturnType<typeof formOf>;

/** What the form says, or undefined while the ISEE or the day isn’t whole. */
function factsOf({
  on,
  iseeState,
  iseeEuro,
  iseeOn,
  ...form
}: Form): (SituationFacts & { on: Day }) | undefined {
  const isee = Isee.safeParse(
    iseeState === 'known' ? { state: 'known', cents: centsOf(iseeEuro), on: iseeOn } : { state: iseeState },
  );
  const day = Day.safeParse(on);
  if (!isee.success || !day.success) return undefined;
  const { severePovertySince, documentExpires, ...codes } = form;
  return {
    ...codes,
    on: day.data,
    severePovertySince: form.severePoverty === 'yes' ? dayOrNull(severePovertySince) : null,
    documentExpires: dayOrNull(documentExpires),
    isee: isee.data,
  };
}

const dayOrNull = (typed: string): Day | null => Day.safeParse(typed).data ?? null;

export function SituationDialog(props: {
  situations: readonly Situation[];
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const [form, setForm] = createStore({
    ...formOf(props.situations[0] ?? unknownSituation, room.today()),
    asked: false,
  });
  const householdId = room.household().id;
  const record = createAction(
    ({ on, ...facts }: SituationFacts & { on: Day }) =>
      call(situationEndpoints.record, {
        params: { householdId, on },
        body: { ...facts, version: props.situations.find((one) => one.on === on)?.version ?? 0 },
      }),
    {
      touches: () => [householdKey(householdId, 'charge')],
      onDone: () => {
        showToast({ text: t('charge.situationSaved') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setForm('asked', true);
    const { asked: _, ...typed } = form;
    const facts = factsOf(typed);
    if (facts) void record.run(facts);
  };
  const moneyWrong = () => form.asked && centsOf(form.iseeEuro) === undefined;
  return (
    <ActionDialog
      open
      shape="wide"
      onClose={props.onClose}
      title={t('charge.situationTitle')}
      act={t('ui.save')}
      action={record}
      onSubmit={submit}
    >
      <div class="pair">
        <Field
          label={t('charge.situationOn')}
          error={form.asked && form.on === '' ? t('fields.date') : fieldWords(t, record.problemAt('on'))}
          required
        >
          <DateInput value={form.on} max={room.today()} onValue={(on) => setForm('on', on)} />
        </Field>
        <Field label={t('charge.severePoverty')}>
          <Select
            value={form.severePoverty}
            options={Known.options.map((value) => ({ value, label: t(`charge.known.${value}`) }))}
            onValue={(value) => setForm('severePoverty', value)}
          />
        </Field>
        <Show when={form.severePoverty === 'yes'}>
          <Field
            label={t('charge.severePovertySince')}
            error={fieldWords(t, record.problemAt('severePovertySince'))}
            optional
          >
            <DateInput
              value={form.severePovertySince}
              max={form.on}
              onValue={(value) => setForm('severePovertySince', value)}
            />
          </Field>
        </Show>
        <Field label={t('charge.isee')}>
          <Select
            value={form.iseeState}
            options={iseeStates.map((value) => ({
              value,
              label: value === 'known' ? t('charge.isee.knownShort') : t(`charge.isee.${value}`),
            }))}
            onValue={(value) => setForm('iseeState', value)}
          />
        </Field>
        <Show when={form.iseeState === 'known'}>
          <Field label={t('charge.iseeCents')} error={moneyWrong() ? t('charge.money') : undefined} required>
            <TextInput
              inputmode="decimal"
              value={form.iseeEuro}
              onValue={(value) => setForm('iseeEuro', value)}
            />
          </Field>
          <Field
            label={t('charge.iseeOn')}
            error={
              form.asked && form.iseeOn === '' ? t('fields.date') : fieldWords(t, record.problemAt('isee.on'))
            }
            required
          >
            <DateInput value={form.iseeOn} max={form.on} onValue={(value) => setForm('iseeOn', value)} />
          </Field>
        </Show>
        <Field label={t('charge.housing')}>
          <Select
            value={form.housing}
            options={Housing.options.map((value) => ({ value, label: t(`charge.housing.${value}`) }))}
            onValue={(value) => setForm('housing', value)}
          />
        </Field>
        <Field label={t('charge.residence')}>
          <Select
            value={form.residence}
            options={Residence.options.map((value) => ({ value, label: t(`charge.residence.${value}`) }))}
            onValue={(value) => setForm('residence', value)}
          />
        </Field>
        <Field label={t('charge.work')}>
          <Select
            value={form.work}
            options={Work.options.map((value) => ({ value, label: t(`charge.work.${value}`) }))}
            onValue={(value) => setForm('work', value)}
          />
        </Field>
        <Field label={t('charge.documentState')}>
          <Select
            value={form.documentState}
            options={DocumentState.options.map((value) => ({
              value,
              label: t(`charge.documentState.${value}`),
            }))}
            onValue={(value) => setForm('documentState', value)}
          />
        </Field>
        <Field label={t('charge.documentExpires')} optional>
          <DateInput value={form.documentExpires} onValue={(value) => setForm('documentExpires', value)} />
        </Field>
        <Field label={t('charge.healthRegistration')}>
          <Select
            value={form.healthRegistration}
            options={HealthRegistration.options.map((value) => ({
              value,
              label: t(`charge.healthRegistration.${value}`),
            }))}
            onValue={(value) => setForm('healthRegistration', value)}
          />
        </Field>
        <Field label={t('charge.paediatrician')}>
          <Select
            value={form.paediatrician}
            options={Known.options.map((value) => ({ value, label: t(`charge.known.${value}`) }))}
            onValue={(value) => setForm('paediatrician', value)}
          />
        </Field>
        <Field label={t('charge.migrantBackground')}>
          <Select
            value={form.migrantBackground}
            options={Known.options.map((value) => ({ value, label: t(`charge.known.${value}`) }))}
            onValue={(value) => setForm('migrantBackground', value)}
          />
        </Field>
      </div>
    </ActionDialog>
  );
}
