/** What a report says: first the few things that must be asked, then, folded, what is known besides. */
import { For, Index, type JSX } from 'solid-js';
import { ContentLanguage } from '../../../shared/languages.ts';
import { ReportContent, ReportSubject, Urgency } from '../../../shared/records/report-content.ts';
import type { Action } from '../../api/action.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, RadioGroup, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { createToday } from '../today-day.ts';
import { type ChildInWriting, isWritten, type ReportForm } from './report-form.ts';

export type ContentFieldsProps = {
  form: ReportForm;
  /** Somebody tried to send it: what is missing is told. */
  asked: boolean;
  problemAt: Action<[]>['problemAt'];
};

const districts = ['1', '2', '3', '4', '5', '6', '7', '8'] as const;

export function ContentFields(props: ContentFieldsProps): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  const draft = () => props.form.draft();
  const change: ReportForm['change'] = (part) => props.form.change(part);
  const problem = (path: string) => fieldWords(t, props.problemAt(`content.${path}`));
  const textError = () => (props.asked && !isWritten(draft()) ? t('fields.tooShort') : problem('text'));
  return (
    <>
      <Field group label={t('door.subject')}>
        <RadioGroup
          value={draft().subject}
          options={ReportSubject.options.map((value) => ({ value, label: t(`door.subject.${value}`) }))}
          onValue={(subject) => change({ subject })}
        />
      </Field>
      <Field label={t('door.text')} error={textError()} required>
        <TextArea rows={4} value={draft().text} maxlength={4000} onValue={(text) => change({ text })} />
      </Field>
      <Field group label={t('door.urgency')}>
        <RadioGroup
          value={draft().urgency}
          options={Urgency.options.map((value) => ({ value, label: t(`door.urgency.${value}`) }))}
          onValue={(urgency) => change({ urgency })}
        />
      </Field>
      <div class="pair">
        <Field label={t('door.name')} optional error={problem('name')}>
          <TextInput
            dir="auto"
            autocomplete="off"
            value={draft().name}
            onValue={(name) => change({ name })}
          />
        </Field>
        <Field label={t('door.birth')} optional error={problem('birth')}>
          <DateInput value={draft().birth} max={today()} onValue={(birth) => change({ birth })} />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('door.phone')} optional error={problem('phone')}>
          <TextInput
            type="tel"
            dir="ltr"
            autocomplete="off"
            value={draft().phone}
            onValue={(phone) => change({ phone })}
          />
        </Field>
        <Field label={t('door.phoneSafety')} optional>
          <TextInput
            dir="auto"
            value={draft().phoneSafety}
            onValue={(phoneSafety) => change({ phoneSafety })}
          />
        </Field>
        <Field label={t('door.phoneHours')} optional>
          <TextInput dir="auto" value={draft().phoneHours} onValue={(phoneHours) => change({ phoneHours })} />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('door.dueDate')} optional error={problem('dueDate')}>
          <DateInput value={draft().dueDate} onValue={(dueDate) => change({ dueDate })} />
        </Field>
        <Field label={t('door.interpreter')}>
          <Select
            value={draft().language || 'none'}
            options={[
              { value: 'none', label: t('door.noLanguage') },
              ...ContentLanguage.options.map((value) => ({ value, label: t(`functions.language.${value}`) })),
            ]}
            onValue={(language) => change({ language })}
          />
        </Field>
      </div>
      <Children form={props.form} problem={problem} />
      <details class="door-more">
        <summary>{t('door.more')}</summary>
        <Besides form={props.form} problem={problem} />
      </details>
    </>
  );
}

type PartProps = { form: ReportForm; problem: (path: string) => string | undefined };

function Children(props: PartProps): JSX.Element {
  const { t } = useMessages();
  const today = createToday();
  const children = () => props.form.draft().children;
  const set = (index: number, part: Partial<ChildInWriting>) =>
    props.form.change({
      children: children().map((child, at) => (at === index ? { ...child, ...part } : child)),
    });
  return (
    <fieldset class="door-kids">
      <legend>{t('door.children')}</legend>
      <Index each={children()}>
        {(child, index) => (
          <div class="pair">
            <Field label={t('door.child', { n: index + 1 })} error={props.problem(`children.${index}.name`)}>
              <TextInput dir="auto" value={child().name} onValue={(name) => set(index, { name })} />
            </Field>
            <Field label={t('door.birth')} error={props.problem(`children.${index}.birth`)}>
              <DateInput value={child().birth} max={today()} onValue={(birth) => set(index, { birth })} />
            </Field>
            <Button
              kind="quiet"
              small
              onClick={() => props.form.change({ children: children().filter((_, at) => at !== index) })}
            >
              {t('door.remove')}
            </Button>
          </div>
        )}
      </Index>
      <Button
        small
        onClick={() => props.form.change({ children: [...children(), { name: '', birth: '', sex: null }] })}
      >
        {t('door.addChild')}
      </Button>
    </fieldset>
  );
}

/** Each of these is asked when there is time. */
const choices = ['documents', 'housing', 'work', 'health', 'violence'] as const;

function Besides(props: PartProps): JSX.Element {
  const { t } = useMessages();
  const draft = () => props.form.draft();
  const optionsOf = (name: (typeof choices)[number]) =>
    ReportContent.shape[name]
      .unwrap()
      .options.map((value) => ({ value, label: t(`door.${name}.${value}` as 'door.housing.rented') })); // each list has its words
  return (
    <div class="door-besides">
      <For each={choices}>
        {(name) => (
          <Field label={t(`door.${name}`)}>
            <Select
              value={draft()[name]}
              options={optionsOf(name)}
              onValue={(value) => props.form.change({ [name]: value })}
            />
          </Field>
        )}
      </For>
      <Field label={t('door.paediatrician')} optional>
        <TextInput
          dir="auto"
          value={draft().paediatrician}
          onValue={(paediatrician) => props.form.change({ paediatrician })}
        />
      </Field>
      <Field label={t('door.residence')} optional>
        <TextInput
          dir="auto"
          value={draft().residence}
          onValue={(residence) => props.form.change({ residence })}
        />
      </Field>
      <Field label={t('door.district')}>
        <Select
          value={draft().district || 'none'}
          options={[
            { value: 'none', label: t('door.unknown') },
            ...districts.map((value) => ({ value, label: value })),
          ]}
          onValue={(value) => props.form.change({ district: value === 'none' ? '' : value })}
        />
      </Field>
      <Field label={t('door.area')} optional>
        <TextInput dir="auto" value={draft().area} onValue={(area) => props.form.change({ area })} />
      </Field>
      <Field label={t('door.iseeCents')} optional error={props.problem('isee')}>
        <TextInput
          inputmode="decimal"
          dir="ltr"
          value={draft().iseeEuros}
          onValue={(iseeEuros) => props.form.change({ iseeEuros })}
        />
      </Field>
      <Field label={t('door.iseeOn')} optional error={props.problem('isee.on')}>
        <DateInput value={draft().iseeOn} onValue={(iseeOn) => props.form.change({ iseeOn })} />
      </Field>
    </div>
  );
}
