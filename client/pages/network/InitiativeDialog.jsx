/** Planning an initiative: one session, or the same hour for some weeks. Ids are made here, so that twice is once. */
import { createSignal, Show } from 'solid-js';
import { addDays, Day } from '../../../shared/dates.ts';
import { InitiativeId, InitiativeSessionId, newId } from '../../../shared/ids.ts';
import { GoalObjective } from '../../../shared/records/goals.ts';
import { InitiativeKind, initiativeEndpoints, } from '../../../shared/records/initiatives.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { romeInstant } from '../conferences/rome-instant.ts';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { LanguageChecks } from '../households/LanguageChecks.tsx';
/** As many as the contract takes. */
const mostWeeks = 60;
export function InitiativeDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const id = newId(InitiativeId);
    const sessionIds = Array.from({ length: mostWeeks }, () => newId(InitiativeSessionId));
    const [body, setBody] = createSignal(null);
    const [title, setTitle] = createSignal('');
    const [kind, setKind] = createSignal('mothers_space');
    const [objective, setObjective] = createSignal('positive_parenting');
    const [languages, setLanguages] = createSignal(['it']);
    const [day, setDay] = createSignal('');
    const [hour, setHour] = createSignal('10:00');
    const [minutes, setMinutes] = createSignal('120');
    const [weeks, setWeeks] = createSignal('1');
    const [note, setNote] = createSignal('');
    const [asked, setAsked] = createSignal(false);
    const plan = createAction((draft) => call(initiativeEndpoints.plan, { body: draft }), {
        touches: () => [keys.initiatives],
        onDone: () => {
            showToast({ text: t('territory.init.planned') });
            props.onClose();
        },
    });
    const bodyId = () => (props.writesFor === 'all' ? body()?.id : props.writesFor[0]);
    const sessions = () => {
        const first = Day.safeParse(day()).data;
        if (first === undefined)
            return [];
        return sessionIds.slice(0, Number(weeks())).flatMap((sessionId, week) => {
            const startsAt = romeInstant(addDays(first, 7 * week), hour());
            return startsAt ? [{ id: sessionId, startsAt, minutesLong: Number(minutes()) }] : [];
        });
    };
    const submit = () => {
        setAsked(true);
        const of = bodyId();
        if (of === undefined || sessions().length === 0)
            return;
        void plan.run({
            id,
            bodyId: of,
            spaceId: null,
            programmeId: null,
            title: title(),
            kind: kind(),
            objective: objective(),
            languages: [...languages()],
            capacity: null,
            note: note(),
            sessions: sessions(),
        });
    };
    const problem = (path) => fieldWords(t, plan.problemAt(path));
    return (<ActionDialog open onClose={props.onClose} shape="wide" title={t('territory.init.planTitle')} act={t('ui.save')} action={plan} onSubmit={submit}>
      <Field label={t('territory.init.name')} error={problem('title')} required>
        <TextInput dir="auto" value={title()} onValue={setTitle}/>
      </Field>
      <Show when={props.writesFor === 'all'}>
        <Field label={t('territory.space.body')} error={problem('bodyId') ?? (asked() && !body() ? t('fields.body') : undefined)} required>
          <BodyPicker value={body()} onValue={setBody}/>
        </Field>
      </Show>
      <div class="pair">
        <Field label={t('territory.init.kind')}>
          <Select value={kind()} options={InitiativeKind.options.map((value) => ({
            value,
            label: t(`territory.init.kind.${value}`),
        }))} onValue={setKind}/>
        </Field>
        <Field label={t('territory.init.objective')}>
          <Select value={objective()} options={GoalObjective.options.map((value) => ({
            value,
            label: t(`territory.objective.${value}`),
        }))} onValue={setObjective}/>
        </Field>
      </div>
      <div class="pair">
        <Field label={t('territory.init.day')} error={asked() && sessions().length === 0 ? t('fields.date') : problem('startsAt')} required>
          <DateInput value={day()} onValue={setDay}/>
        </Field>
        <Field label={t('territory.init.hour')} required>
          <TextInput type="time" value={hour()} onValue={setHour}/>
        </Field>
        <Field label={t('territory.init.minutes')}>
          <TextInput type="number" min="10" max="1440" value={minutes()} onValue={setMinutes}/>
        </Field>
        <Field label={t('territory.init.times')}>
          <TextInput type="number" min="1" max={String(mostWeeks)} value={weeks()} onValue={setWeeks}/>
        </Field>
      </div>
      <Field label={t('territory.map.speaks')} group optional>
        <LanguageChecks value={languages()} onValue={setLanguages}/>
      </Field>
      <Field label={t('territory.space.note')} error={problem('note')} optional>
        <TextArea rows={2} dir="auto" value={note()} onValue={setNote}/>
      </Field>
    </ActionDialog>);
}
