/** The programmes the family is in, and was; ending one, and entering another. */
import { createSignal, For, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { enrolmentEndpoints, isEnrolledOn } from '../../../shared/records/enrolments.ts';
import { Closure, isInCare } from '../../../shared/records/status-changes.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';
import { EnrolDialog } from './EnrolDialog.tsx';
import { chargeProblem } from './problems.ts';
export function EnrolmentsPart() {
    const { t } = useMessages();
    const room = useRoom();
    const [opened, setOpened] = createSignal();
    const read = createRead(enrolmentEndpoints.list, () => ({
        key: householdKey(room.household().id, 'charge', 'enrolments'),
        input: { params: { householdId: room.household().id } },
    }));
    const ending = () => {
        const what = opened();
        return typeof what === 'object' ? what : undefined;
    };
    const mayWrite = () => room.household().can.writeCharge;
    const inCare = () => isInCare(room.household().status);
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('charge.enrolments')}</h2>
        <Show when={mayWrite() && inCare()}>
          <Button small onClick={() => setOpened('enrol')}>
            {t('charge.enrol')}
          </Button>
        </Show>
      </div>
      <Answered read={read} lines={2}>
        {(answer) => (<Show when={answer().enrolments.length > 0} fallback={<p class="muted">
                {mayWrite() && !inCare() ? t('charge.enrolWait') : t('charge.enrolmentsNone')}
              </p>}>
            <ul>
              <For each={answer().enrolments}>
                {(enrolment) => (<EnrolmentRow enrolment={enrolment} mayEnd={mayWrite() && isEnrolledOn(enrolment, room.today())} onEnd={() => setOpened(enrolment)}/>)}
              </For>
            </ul>
          </Show>)}
      </Answered>
      <Show when={opened() === 'enrol'}>
        <EnrolDialog onClose={() => setOpened(undefined)}/>
      </Show>
      <Show when={ending()}>
        {(enrolment) => <EndDialog enrolment={enrolment()} onClose={() => setOpened(undefined)}/>}
      </Show>
    </section>);
}
function EnrolmentRow(props) {
    const { t, formats } = useMessages();
    const day = (date) => formats().date(date, 'numeric');
    return (<li class="item">
      <div class="enrolment">
        <div>
          <div class="item-t" dir="auto">
            {props.enrolment.programme.name}
          </div>
          <div class="item-m">
            <span>
              {props.enrolment.to
            ? t('charge.period', { from: day(props.enrolment.from), to: day(props.enrolment.to) })
            : t('charge.since', { from: day(props.enrolment.from) })}
            </span>
            <Show when={props.enrolment.endReason}>
              {(why) => <span>{t(`charge.closure.${why()}`)}</span>}
            </Show>
            <span dir="auto">{props.enrolment.programme.funder}</span>
          </div>
        </div>
        <Show when={props.mayEnd}>
          <Button small kind="quiet" aria-label={t('charge.endOf', { programme: props.enrolment.programme.name })} onClick={() => props.onEnd()}>
            {t('charge.end')}
          </Button>
        </Show>
      </div>
      <Show when={props.enrolment.overrideReason}>
        {(reason) => (<p class="why" dir="auto">
            {t('charge.override', { reason: reason() })}
          </p>)}
      </Show>
    </li>);
}
function EndDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [on, setOn] = createSignal(room.today());
    const [reason, setReason] = createSignal('agreed_end');
    const [note, setNote] = createSignal('');
    const end = createAction((day) => call(enrolmentEndpoints.end, {
        params: { householdId: props.enrolment.householdId, enrolmentId: props.enrolment.id },
        body: { on: day, reason: reason(), note: note(), version: props.enrolment.version },
    }), {
        touches: () => [householdKey(props.enrolment.householdId, 'charge')],
        onDone: () => {
            showToast({ text: t('charge.ended') });
            props.onClose();
        },
    });
    const day = () => Day.safeParse(on()).data;
    const submit = () => {
        const chosen = day();
        if (chosen)
            void end.run(chosen);
    };
    return (<ActionDialog open onClose={props.onClose} title={t('charge.endOf', { programme: props.enrolment.programme.name })} act={t('charge.endAct')} action={end} onSubmit={submit}>
      <Field label={t('charge.endOn')} error={day() ? chargeProblem(t, end.problemAt('on')) : t('fields.date')} required>
        <DateInput value={on()} max={room.today()} onValue={setOn}/>
      </Field>
      <Field label={t('charge.why')}>
        <Select value={reason()} options={Closure.options.map((value) => ({ value, label: t(`charge.closure.${value}`) }))} onValue={setReason}/>
      </Field>
      <Field label={t('charge.note')} optional>
        <TextArea rows={2} value={note()} onValue={setNote}/>
      </Field>
    </ActionDialog>);
}
