/** Writes a programme: new, or anew. Spending lines stay as they are: the accounts write them. */
import { For, type JSX, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Day } from '../../../shared/dates.ts';
import { newId, ProgrammeId } from '../../../shared/ids.ts';
import { type EligibilityRule, NeedKind } from '../../../shared/records/eligibility.ts';
import { GoalObjective } from '../../../shared/records/goals.ts';
import {
  AgeFrom,
  AgeTo,
  type Programme,
  type ProgrammeDraft,
  programmeEndpoints,
} from '../../../shared/records/programmes.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { centsOf, typedOf } from '../charge/euro.ts';

function formOf(programme: Programme | null) {
  const rule = <K extends EligibilityRule['kind']>(kind: K) =>
    programme?.eligibility.find((one): one is Extract<EligibilityRule, { kind: K }> => one.kind === kind);
  const means = rule('means');
  return {
    name: programme?.name ?? '',
    funder: programme?.funder ?? '',
    project: programme?.project ?? '',
    startsOn: (programme?.startsOn ?? '') as string,
    endsOn: (programme?.endsOn ?? '') as string,
    budget: programme ? typedOf(programme.budgetCents) : '',
    cap: programme ? typedOf(programme.grantCapCents) : '0',
    ageFrom: programme?.ageFrom ?? ('pregnancy' as Programme['ageFrom']),
    ageTo: programme?.ageTo ?? ('second_birthday' as Programme['ageTo']),
    objectives: [...(programme?.objectives ?? [])],
    residence: rule('residence') !== undefined,
    means: means !== undefined,
    meansUpTo: means?.iseeUpToCents == null ? '' : typedOf(means.iseeUpToCents),
    needs: [...(rule('need')?.needs ?? [])],
    stated: rule('stated')?.text ?? '',
    asked: false,
  };
}
type Form = ReturnType<typeof formOf>;

/** What the form says, or undefined while something of it isn’t whole. */
function draftOf(form: Form, spending: ProgrammeDraft['spending']): Omit<ProgrammeDraft, 'id'> | undefined {
  const [startsOn, endsOn] = [Day.safeParse(form.startsOn).data, Day.safeParse(form.endsOn).data];
  const [budgetCents, grantCapCents] = [centsOf(form.budget), centsOf(form.cap)];
  const upTo = form.meansUpTo === '' ? null : centsOf(form.meansUpTo);
  const named = form.name.trim().length > 1 && form.funder.trim().length > 1;
  if (!named || !startsOn || !endsOn || upTo === undefined) return undefined;
  if (budgetCents === undefined || grantCapCents === undefined) return undefined;
  const eligibility: EligibilityRule[] = [
    ...(form.residence ? [{ kind: 'residence' as const }] : []),
    ...(form.means ? [{ kind: 'means' as const, iseeUpToCents: upTo }] : []),
    ...(form.needs.length > 0 ? [{ kind: 'need' as const, needs: [...form.needs] }] : []),
    ...(form.stated.trim().length > 2 ? [{ kind: 'stated' as const, text: form.stated.trim() }] : []),
  ];
  const { name, funder, project, ageFrom, ageTo, objectives } = form;
  return {
    name,
    funder,
    project,
    startsOn,
    endsOn,
    budgetCents,
    spending,
    objectives: [...objectives],
    ageFrom,
    ageTo,
    eligibility,
    grantCapCents,
  };
}

export function ProgrammeDialog(props: { programme: Programme | null; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const id = newId(ProgrammeId);
  const [form, setForm] = createStore(formOf(props.programme));
  const save = createAction(
    (draft: Omit<ProgrammeDraft, 'id'>) =>
      props.programme
        ? call(programmeEndpoints.change, {
            params: { programmeId: props.programme.id },
            body: { ...draft, version: props.programme.version },
          })
        : call(programmeEndpoints.add, { body: { id, ...draft } }),
    {
      touches: () => [keys.programmes],
      onDone: () => {
        showToast({ text: t('charge.programmeSaved') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setForm('asked', true);
    const draft = draftOf(form, props.programme?.spending ?? []);
    if (draft) void save.run(draft);
  };
  const toggled = <T,>(list: readonly T[], one: T, has: boolean): T[] =>
    has ? [...list, one] : list.filter((other) => other !== one);
  const short = (typed: string) => (form.asked && typed.trim().length < 2 ? t('fields.tooShort') : undefined);
  const sum = (typed: string) => (form.asked && centsOf(typed) === undefined ? t('charge.money') : undefined);
  return (
    <ActionDialog
      open
      shape="wide"
      onClose={props.onClose}
      title={t('charge.programmeTitle')}
      act={t('ui.save')}
      action={save}
      onSubmit={submit}
    >
      <div class="pair">
        <Field
          label={t('charge.name')}
          error={short(form.name) ?? fieldWords(t, save.problemAt('name'))}
          required
        >
          <TextInput dir="auto" value={form.name} onValue={(value) => setForm('name', value)} />
        </Field>
        <Field
          label={t('charge.funder')}
          error={short(form.funder) ?? fieldWords(t, save.problemAt('funder'))}
          required
        >
          <TextInput dir="auto" value={form.funder} onValue={(value) => setForm('funder', value)} />
        </Field>
        <Field label={t('charge.project')} error={fieldWords(t, save.problemAt('project'))} optional>
          <TextInput dir="auto" value={form.project} onValue={(value) => setForm('project', value)} />
        </Field>
        <Field
          label={t('charge.startsOn')}
          error={
            form.asked && form.startsOn === '' ? t('fields.date') : fieldWords(t, save.problemAt('startsOn'))
          }
          required
        >
          <DateInput value={form.startsOn} onValue={(value) => setForm('startsOn', value)} />
        </Field>
        <Field
          label={t('charge.endsOn')}
          error={
            form.asked && form.endsOn === '' ? t('fields.date') : fieldWords(t, save.problemAt('endsOn'))
          }
          required
        >
          <DateInput value={form.endsOn} onValue={(value) => setForm('endsOn', value)} />
        </Field>
        <Field
          label={t('charge.budget')}
          error={
            sum(form.budget) ?? fieldWords(t, save.problemAt('spending') ?? save.problemAt('budgetCents'))
          }
          required
        >
          <TextInput inputmode="decimal" value={form.budget} onValue={(value) => setForm('budget', value)} />
        </Field>
        <Field
          label={t('charge.cap')}
          error={sum(form.cap) ?? fieldWords(t, save.problemAt('grantCapCents'))}
          required
        >
          <TextInput inputmode="decimal" value={form.cap} onValue={(value) => setForm('cap', value)} />
        </Field>
        <Field label={t('charge.ageFrom')}>
          <Select
            value={form.ageFrom}
            options={AgeFrom.options.map((value) => ({ value, label: t(`charge.ageFrom.${value}`) }))}
            onValue={(value) => setForm('ageFrom', value)}
          />
        </Field>
        <Field label={t('charge.ageTo')}>
          <Select
            value={form.ageTo}
            options={AgeTo.options.map((value) => ({ value, label: t(`charge.ageTo.${value}`) }))}
            onValue={(value) => setForm('ageTo', value)}
          />
        </Field>
      </div>
      <Field group label={t('charge.objectives')} error={fieldWords(t, save.problemAt('objectives'))}>
        <For each={GoalObjective.options}>
          {(objective) => (
            <Checkbox
              checked={form.objectives.includes(objective)}
              label={t(`charge.objective.${objective}`)}
              onValue={(has) => setForm('objectives', (list) => toggled(list, objective, has))}
            />
          )}
        </For>
      </Field>
      <Field group label={t('charge.rules')}>
        <Checkbox
          checked={form.residence}
          label={t('charge.ruleResidence')}
          onValue={(has) => setForm('residence', has)}
        />
        <Checkbox
          checked={form.means}
          label={t('charge.ruleMeans')}
          onValue={(has) => setForm('means', has)}
        />
      </Field>
      <Show when={form.means}>
        <Field
          label={t('charge.meansUpTo')}
          error={form.meansUpTo === '' ? undefined : sum(form.meansUpTo)}
          optional
        >
          <TextInput
            inputmode="decimal"
            value={form.meansUpTo}
            onValue={(value) => setForm('meansUpTo', value)}
          />
        </Field>
      </Show>
      <Field group label={t('charge.ruleNeeds')}>
        <For each={NeedKind.options}>
          {(need) => (
            <Checkbox
              checked={form.needs.includes(need)}
              label={t(`charge.need.${need}`)}
              onValue={(has) => setForm('needs', (list) => toggled(list, need, has))}
            />
          )}
        </For>
      </Field>
      <Field label={t('charge.ruleStated')} optional>
        <TextInput dir="auto" value={form.stated} onValue={(value) => setForm('stated', value)} />
      </Field>
    </ActionDialog>
  );
}
