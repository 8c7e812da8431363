/** Calling a session of a standing table, and writing down how it went. Lines are topics and decisions. */
import { createSignal } from 'solid-js';
import { newId, TableDecisionId, TableSessionId } from '../../../shared/ids.ts';
import { standingTableEndpoints, } from '../../../shared/records/standing-tables.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { romeInstant } from '../conferences/rome-instant.ts';
const linesOf = (text) => text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
export function PlanSessionDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const id = newId(TableSessionId);
    const [day, setDay] = createSignal('');
    const [hour, setHour] = createSignal('10:00');
    const [topics, setTopics] = createSignal('');
    const [asked, setAsked] = createSignal(false);
    const plan = createAction((startsAt) => call(standingTableEndpoints.planSession, {
        params: { standingTableId: props.table.id },
        body: { id, startsAt, topics: linesOf(topics()) },
    }), {
        touches: () => [keys.standingTables],
        onDone: () => {
            showToast({ text: t('territory.table.planned') });
            props.onClose();
        },
    });
    const startsAt = () => romeInstant(day(), hour());
    return (<ActionDialog open onClose={props.onClose} title={t('territory.table.planTitle', { name: props.table.name })} description={t('territory.table.noCases')} act={t('ui.save')} action={plan} onSubmit={() => {
            setAsked(true);
            const at = startsAt();
            if (at)
                void plan.run(at);
        }}>
      <div class="pair">
        <Field label={t('territory.init.day')} error={asked() && !startsAt() ? t('fields.date') : undefined} required>
          <DateInput value={day()} onValue={setDay}/>
        </Field>
        <Field label={t('territory.init.hour')} required>
          <TextInput type="time" value={hour()} onValue={setHour}/>
        </Field>
      </div>
      <Field label={t('territory.table.topicLines')} error={fieldWords(t, plan.problemAt('topics') ?? plan.problemAt('topics.0'))} required>
        <TextArea rows={3} dir="auto" value={topics()} onValue={setTopics}/>
      </Field>
    </ActionDialog>);
}
export function RecordSessionDialog(props) {
    const { t, formats } = useMessages();
    const { showToast } = useToasts();
    const [attended, setAttended] = createSignal(String(props.session.attended ?? props.table.members.length));
    const [texts, setTexts] = createSignal('');
    const ids = new Map();
    /** The same line keeps its id when it is sent again. */
    const idOf = (line) => {
        const id = ids.get(line) ?? newId(TableDecisionId);
        ids.set(line, id);
        return id;
    };
    const record = createAction(() => call(standingTableEndpoints.recordSession, {
        params: { standingTableId: props.table.id, sessionId: props.session.id },
        body: {
            attended: Number(attended()),
            decisions: linesOf(texts()).map((text, line) => ({
                id: idOf(line),
                text,
                bodyId: null,
                due: null,
            })),
            version: props.session.version,
        },
    }), {
        touches: () => [keys.standingTables],
        onDone: () => {
            showToast({ text: t('territory.table.recorded') });
            props.onClose();
        },
    });
    return (<ActionDialog open onClose={props.onClose} title={t('territory.table.recordTitle', { day: formats().date(props.session.startsAt, 'long') })} description={t('territory.table.noCases')} act={t('ui.save')} action={record} onSubmit={() => void record.run()}>
      <Field label={t('territory.table.howMany')} error={fieldWords(t, record.problemAt('attended'))} required>
        <TextInput type="number" min="0" value={attended()} onValue={setAttended}/>
      </Field>
      <Field label={t('territory.table.newDecisions')} error={fieldWords(t, record.problemAt('decisions'))} optional>
        <TextArea rows={4} dir="auto" value={texts()} onValue={setTexts}/>
      </Field>
    </ActionDialog>);
}
