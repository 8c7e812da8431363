/** What is written of one member: name, who they are, birth, a pregnancy. */
import { type JSX, Show } from 'solid-js';
import { Relation, Sex } from '../../../shared/records/households.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextInput } from '../../ui/inputs.tsx';
import { createToday } from '../today-day.ts';
import { type MemberInWriting, mayExpect } from './member-draft.ts';

export type MemberFieldsProps = {
  member: MemberInWriting;
  onChange: (change: Partial<MemberInWriting>) => void;
  /** Words of what is wrong with a field, by its name in the contract. */
  problem: (field: string) => string | undefined;
};

export function MemberFields(props: MemberFieldsProps): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  return (
    <>
      <div class="pair">
        <Field label={t('households.memberName')} error={props.problem('name')} required>
          <TextInput dir="auto" value={props.member.name} onValue={(name) => props.onChange({ name })} />
        </Field>
        <Field label={t('households.relation')}>
          <Select
            value={props.member.relation}
            options={Relation.options.map((value) => ({ value, label: t(`households.relation.${value}`) }))}
            onValue={(relation) => props.onChange({ relation })}
          />
        </Field>
        <Field label={t('households.sex')}>
          <Select
            value={props.member.sex}
            options={Sex.options.map((value) => ({ value, label: t(`households.sex.${value}`) }))}
            onValue={(sex) => props.onChange({ sex })}
          />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('households.birth')} optional error={props.problem('birth')}>
          <DateInput
            value={props.member.birth}
            max={today()}
            onValue={(birth) => props.onChange({ birth })}
          />
        </Field>
        <Field label={t('households.birthCountry')} optional error={props.problem('birthCountry')}>
          <TextInput
            dir="auto"
            value={props.member.birthCountry}
            onValue={(birthCountry) => props.onChange({ birthCountry })}
          />
        </Field>
      </div>
      <Show when={mayExpect(props.member)}>
        <Checkbox
          checked={props.member.expecting}
          label={t('households.expecting')}
          onValue={(expecting) => props.onChange({ expecting })}
        />
        <Show when={props.member.expecting}>
          <div class="pair">
            <Field
              label={t('households.dueDate')}
              hint={t('households.dueHint')}
              error={props.problem('pregnancy.dueDate') ?? props.problem('pregnancy')}
            >
              <DateInput value={props.member.dueDate} onValue={(dueDate) => props.onChange({ dueDate })} />
            </Field>
            <Field label={t('households.lmp')} error={props.problem('pregnancy.lmp')}>
              <DateInput value={props.member.lmp} max={today()} onValue={(lmp) => props.onChange({ lmp })} />
            </Field>
          </div>
        </Show>
      </Show>
    </>
  );
}
