/** What is asked of a conference: when, how, who chairs and who writes, the agenda, who is invited (X1). */
import './conferences.css';
import { For, Index, Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import IconX from '~icons/lucide/x';
import { ConferenceMode } from '../../../shared/records/conferences.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextInput } from '../../ui/inputs.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { templateNames } from './agenda-templates.ts';
export function ConferenceFields(props) {
    const { t } = useMessages();
    const wrong = (bad, words, path) => props.asked && bad ? words : fieldWords(t, props.problemAt(path));
    return (<>
      <Field label={t('conferences.what')} error={wrong(props.form.titleMissing(), t('fields.tooShort'), 'title')} required>
        <TextInput dir="auto" value={props.form.title()} onValue={props.form.setTitle}/>
      </Field>
      <div class="pair">
        <Field label={t('conferences.day')} error={wrong(props.form.startMissing(), t('fields.date'), 'start')} required>
          <DateInput value={props.form.day()} onValue={props.form.setDay}/>
        </Field>
        <Field label={t('conferences.hour')}>
          <TextInput type="time" value={props.form.hour()} onValue={props.form.setHour}/>
        </Field>
        <Field label={t('conferences.minutesLong')} error={fieldWords(t, props.problemAt('minutesLong'))}>
          <TextInput type="number" min="5" max="600" step="5" value={props.form.minutes()} onValue={props.form.setMinutes}/>
        </Field>
      </div>
      <div class="pair">
        <Field label={t('conferences.mode')}>
          <Select value={props.form.mode()} options={ConferenceMode.options.map((value) => ({
            value,
            label: t(`conferences.mode.${value}`),
        }))} onValue={props.form.setMode}/>
        </Field>
        <Show when={props.form.mode() !== 'online'}>
          <Field label={t('conferences.place')} optional>
            <BodyPicker value={props.form.place()} onValue={props.form.setPlace}/>
          </Field>
        </Show>
      </div>
      <div class="pair">
        <Field label={t('conferences.chair')} error={wrong(!props.form.chair(), t('fields.person'), 'chairId')} required>
          <PersonPicker value={props.form.chair()} onValue={props.form.setChair} among={props.form.team()}/>
        </Field>
        <Field label={t('conferences.minuteTaker')} error={wrong(!props.form.taker(), t('fields.person'), 'minuteTakerId')} required>
          <PersonPicker value={props.form.taker()} onValue={props.form.setTaker} among={props.form.team()}/>
        </Field>
      </div>
      <AgendaFields form={props.form} hint={props.agendaHint} error={wrong(props.form.agendaMissing(), t('fields.missing'), 'agenda')}/>
      <Field group label={t('conferences.invite')}>
        <div class="checks">
          <For each={props.form.team()}>
            {(person) => (<Checkbox checked={props.form.invited().includes(person.id)} label={<bdi>{person.name}</bdi>} onValue={(invited) => props.form.invite(person.id, invited)}/>)}
          </For>
          <Checkbox checked={props.form.family()} label={t('conferences.familyInvited')} onValue={props.form.setFamily}/>
        </div>
      </Field>
    </>);
}
function AgendaFields(props) {
    const { t } = useMessages();
    return (<Field group label={t('conferences.agenda')} error={props.error} hint={props.hint}>
      <div class="item-a">
        <For each={templateNames}>
          {(name) => (<Button small onClick={() => props.form.useTemplate(name)}>
              {t(`conferences.template.${name}`)}
            </Button>)}
        </For>
      </div>
      <ol class="agenda-in">
        <Index each={props.form.agenda()}>
          {(point, index) => (<li>
              <TextInput dir="auto" aria-label={t('conferences.point', { n: index + 1 })} value={point().title} onValue={(text) => props.form.setPoint(index, text)}/>
              <IconButton label={t('conferences.removePoint', { n: index + 1 })} onClick={() => props.form.removePoint(index)}>
                <IconX class="i i-s" aria-hidden="true"/>
              </IconButton>
            </li>)}
        </Index>
      </ol>
      <div>
        <Button small icon={<IconPlus class="i i-s" aria-hidden="true"/>} onClick={props.form.addPoint}>
          {t('conferences.addPoint')}
        </Button>
      </div>
    </Field>);
}
