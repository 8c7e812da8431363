/** What is asked of a conference: when, how, who chairs and who writes, the agenda, who is invited (X1). */
import './conferences.css';
import { For, type JSX, Show } from 'solid-js';
import { ConferenceKind, ConferenceMode } from '../../../shared/records/conferences.ts';
import type { Action } from '../../api/action.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextInput } from '../../ui/inputs.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { AgendaFields } from './AgendaFields.tsx';
import { AgendaTemplates } from './AgendaTemplates.tsx';
import type { ConferenceForm } from './conference-form.ts';

export type ConferenceFieldsProps = {
  form: ConferenceForm;
  /** Whether it was already sent once: only then what is missing is said. */
  asked: boolean;
  problemAt: Action<[]>['problemAt'];
  /** Under the agenda, before anything is wrong. */
  agendaHint?: string | undefined;
};

export function ConferenceFields(props: ConferenceFieldsProps): JSX.Element {
  const { t } = useMessages();
  const wrong = (bad: boolean, words: string, path: string) =>
    props.asked && bad ? words : fieldWords(t, props.problemAt(path));
  return (
    <>
      <Field label={t('before.kind')}>
        <Select
          value={props.form.kind()}
          options={ConferenceKind.options.map((value) => ({ value, label: t(`before.kind.${value}`) }))}
          onValue={props.form.chooseKind}
        />
      </Field>
      <Field
        label={t('conferences.what')}
        error={wrong(props.form.titleMissing(), t('fields.tooShort'), 'title')}
        required
      >
        <TextInput dir="auto" value={props.form.title()} onValue={props.form.setTitle} />
      </Field>
      <div class="pair">
        <Field
          label={t('conferences.day')}
          error={wrong(props.form.startMissing(), t('fields.date'), 'start')}
          required
        >
          <DateInput value={props.form.day()} onValue={props.form.setDay} />
        </Field>
        <Field label={t('conferences.hour')}>
          <TextInput type="time" value={props.form.hour()} onValue={props.form.setHour} />
        </Field>
        <Field
          label={t('conferences.minutesLong')}
          error={wrong(props.form.lengthWrong(), t('before.minutesWrong'), 'minutesLong')}
        >
          <TextInput
            type="number"
            min="5"
            max="600"
            step="5"
            value={props.form.minutes()}
            onValue={props.form.setMinutes}
          />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('conferences.mode')}>
          <Select
            value={props.form.mode()}
            options={ConferenceMode.options.map((value) => ({
              value,
              label: t(`conferences.mode.${value}`),
            }))}
            onValue={props.form.setMode}
          />
        </Field>
        <Show when={props.form.mode() !== 'online'}>
          <Field label={t('conferences.place')} optional>
            <BodyPicker value={props.form.place()} onValue={props.form.setPlace} />
          </Field>
        </Show>
      </div>
      <Show when={props.form.seenOnline()}>
        <Field
          label={t('before.video')}
          error={wrong(props.form.videoWrong(), t('before.videoWrong'), 'videoUrl')}
          hint={t('before.videoHint')}
          optional
        >
          <TextInput
            type="url"
            inputmode="url"
            dir="ltr"
            placeholder="https://"
            value={props.form.video()}
            onValue={props.form.setVideo}
          />
        </Field>
      </Show>
      <div class="pair">
        <Field
          label={t('conferences.chair')}
          error={wrong(!props.form.chair(), t('fields.person'), 'chairId')}
          required
        >
          <PersonPicker value={props.form.chair()} onValue={props.form.setChair} among={props.form.team()} />
        </Field>
        <Field
          label={t('conferences.minuteTaker')}
          error={
            props.form.samePerson()
              ? t('before.samePerson')
              : wrong(!props.form.taker(), t('fields.person'), 'minuteTakerId')
          }
          hint={t('before.takerHint')}
          required
        >
          <PersonPicker value={props.form.taker()} onValue={props.form.setTaker} among={props.form.team()} />
        </Field>
      </div>
      <AgendaTemplates form={props.form} />
      <AgendaFields
        agenda={props.form.agenda}
        minutesLong={props.form.length()}
        team={props.form.team()}
        hint={props.agendaHint}
        error={
          props.asked && props.form.agenda.wrong()
            ? t('before.boxWrong')
            : wrong(props.form.agenda.missing(), t('fields.missing'), 'agenda')
        }
      />
      <Field group label={t('conferences.invite')}>
        <div class="checks">
          <For each={props.form.team()}>
            {(person) => (
              <Checkbox
                checked={props.form.invited().includes(person.id)}
                label={<bdi>{person.name}</bdi>}
                onValue={(invited) => props.form.invite(person.id, invited)}
              />
            )}
          </For>
          <Checkbox
            checked={props.form.family()}
            label={t('conferences.familyInvited')}
            onValue={props.form.setFamily}
          />
        </div>
      </Field>
      <div class="pair">
        <Field
          label={t('before.quorum')}
          hint={t('before.quorumHint')}
          error={wrong(props.form.quorumWrong(), t('before.quorumWrong'), 'quorum')}
        >
          <TextInput
            type="number"
            inputmode="numeric"
            min="1"
            max="60"
            value={props.form.quorum()}
            onValue={props.form.setQuorum}
          />
        </Field>
      </div>
    </>
  );
}
