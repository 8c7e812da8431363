/** Writes a programme: new, or anew. Spending lines stay as they are: the accounts write them. */
import { For, Show } from 'solid-js';
import { createStore } from 'solid-js/store';
import { Day } from '../../../shared/dates.ts';
import { newId, ProgrammeId } from '../../../shared/ids.ts';
import { NeedKind } from '../../../shared/records/eligibility.ts';
import { GoalObjective } from '../../../shared/records/goals.ts';
import { AgeFrom, AgeTo, programmeEndpoints, } from '../../../shared/records/programmes.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { centsOf, typedOf } from '../charge/euro.ts';
import { chargeProblem } from '../charge/problems.ts';
function formOf(programme) {
    const rule = (kind) => programme?.eligibility.find((one) => one.kind === kind);
    const means = rule('means');
    return {
        name: programme?.name ?? '',
        funder: programme?.funder ?? '',
        project: programme?.project ?? '',
        startsOn: (programme?.startsOn ?? ''),
        endsOn: (programme?.endsOn ?? ''),
        budget: programme ? typedOf(programme.budgetCents) : '',
        cap: programme ? typedOf(programme.grantCapCents) : '0',
        ageFrom: programme?.ageFrom ?? 'pregnancy',
        ageTo: programme?.ageTo ?? 'second_birthday',
        objectives: [...(programme?.objectives ?? [])],
        residence: rule('residence') !== undefined,
        means: means !== undefined,
        meansUpTo: means?.iseeUpToCents == null ? '' : typedOf(means.iseeUpToCents),
        needs: [...(rule('need')?.needs ?? [])],
        stated: rule('stated')?.text ?? '',
        asked: false,
    };
}
/** What the form says, or undefined while something of it isn’t whole. */
function draftOf(form, spending) {
    const [startsOn, endsOn] = [Day.safeParse(form.startsOn).data, Day.safeParse(form.endsOn).data];
    const [budgetCents, grantCapCents] = [centsOf(form.budget), centsOf(form.cap)];
    const upTo = form.meansUpTo === '' ? null : centsOf(form.meansUpTo);
    const named = form.name.trim().length > 1 && form.funder.trim().length > 1;
    if (!named || !startsOn || !endsOn || upTo === undefined)
        return undefined;
    if (budgetCents === undefined || grantCapCents === undefined)
        return undefined;
    const eligibility = [
        ...(form.residence ? [{ kind: 'residence' }] : []),
        ...(form.means ? [{ kind: 'means', iseeUpToCents: upTo }] : []),
        ...(form.needs.length > 0 ? [{ kind: 'need', needs: [...form.needs] }] : []),
        ...(form.stated.trim().length > 2 ? [{ kind: 'stated', text: form.stated.trim() }] : []),
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
export function ProgrammeDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const id = newId(ProgrammeId);
    const [form, setForm] = createStore(formOf(props.programme));
    const save = createAction((draft) => props.programme
        ? call(programmeEndpoints.change, {
            params: { programmeId: props.programme.id },
            body: { ...draft, version: props.programme.version },
        })
        : call(programmeEndpoints.add, { body: { id, ...draft } }), {
        touches: () => [keys.programmes],
        onDone: () => {
            showToast({ text: t('charge.programmeSaved') });
            props.onClose();
        },
    });
    const submit = () => {
        setForm('asked', true);
        const draft = draftOf(form, props.programme?.spending ?? []);
        if (draft)
            void save.run(draft);
    };
    const toggled = (list, one, has) => has ? [...list, one] : list.filter((other) => other !== one);
    const short = (typed) => (form.asked && typed.trim().length < 2 ? t('fields.tooShort') : undefined);
    const sum = (typed) => (form.asked && centsOf(typed) === undefined ? t('charge.money') : undefined);
    return (<ActionDialog open shape="wide" onClose={props.onClose} title={t('charge.programmeTitle')} act={t('ui.save')} action={save} onSubmit={submit}>
      <div class="pair">
        <Field label={t('charge.name')} error={short(form.name)} required>
          <TextInput dir="auto" value={form.name} onValue={(value) => setForm('name', value)}/>
        </Field>
        <Field label={t('charge.funder')} error={short(form.funder)} required>
          <TextInput dir="auto" value={form.funder} onValue={(value) => setForm('funder', value)}/>
        </Field>
        <Field label={t('charge.project')} optional>
          <TextInput dir="auto" value={form.project} onValue={(value) => setForm('project', value)}/>
        </Field>
        <Field label={t('charge.startsOn')} error={form.asked && form.startsOn === '' ? t('fields.date') : undefined} required>
          <DateInput value={form.startsOn} onValue={(value) => setForm('startsOn', value)}/>
        </Field>
        <Field label={t('charge.endsOn')} error={form.asked && form.endsOn === ''
            ? t('fields.date')
            : save.problemAt('endsOn')
                ? t('charge.endBeforeStart')
                : undefined} required>
          <DateInput value={form.endsOn} onValue={(value) => setForm('endsOn', value)}/>
        </Field>
        <Field label={t('charge.budget')} error={sum(form.budget) ?? chargeProblem(t, save.problemAt('spending'))} required>
          <TextInput inputmode="decimal" value={form.budget} onValue={(value) => setForm('budget', value)}/>
        </Field>
        <Field label={t('charge.cap')} error={sum(form.cap)} required>
          <TextInput inputmode="decimal" value={form.cap} onValue={(value) => setForm('cap', value)}/>
        </Field>
        <Field label={t('charge.ageFrom')}>
          <Select value={form.ageFrom} options={AgeFrom.options.map((value) => ({ value, label: t(`charge.ageFrom.${value}`) }))} onValue={(value) => setForm('ageFrom', value)}/>
        </Field>
        <Field label={t('charge.ageTo')}>
          <Select value={form.ageTo} options={AgeTo.options.map((value) => ({ value, label: t(`charge.ageTo.${value}`) }))} onValue={(value) => setForm('ageTo', value)}/>
        </Field>
      </div>
      <Field group label={t('charge.objectives')}>
        <For each={GoalObjective.options}>
          {(objective) => (<Checkbox checked={form.objectives.includes(objective)} label={t(`charge.objective.${objective}`)} onValue={(has) => setForm('objectives', (list) => toggled(list, objective, has))}/>)}
        </For>
      </Field>
      <Field group label={t('charge.rules')}>
        <Checkbox checked={form.residence} label={t('charge.ruleResidence')} onValue={(has) => setForm('residence', has)}/>
        <Checkbox checked={form.means} label={t('charge.ruleMeans')} onValue={(has) => setForm('means', has)}/>
      </Field>
      <Show when={form.means}>
        <Field label={t('charge.meansUpTo')} error={form.meansUpTo === '' ? undefined : sum(form.meansUpTo)} optional>
          <TextInput inputmode="decimal" value={form.meansUpTo} onValue={(value) => setForm('meansUpTo', value)}/>
        </Field>
      </Show>
      <Field group label={t('charge.ruleNeeds')}>
        <For each={NeedKind.options}>
          {(need) => (<Checkbox checked={form.needs.includes(need)} label={t(`charge.need.${need}`)} onValue={(has) => setForm('needs', (list) => toggled(list, need, has))}/>)}
        </For>
      </Field>
      <Field label={t('charge.ruleStated')} optional>
        <TextInput dir="auto" value={form.stated} onValue={(value) => setForm('stated', value)}/>
      </Field>
    </ActionDialog>);
}
