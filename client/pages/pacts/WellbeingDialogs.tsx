/** Writing down how they are; correcting it, or taking it back, with a reason (C12). */
import { createSignal, For, type JSX } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { newId, WellbeingId } from '../../../shared/ids.ts';
import {
  type Wellbeing,
  type WellbeingAspect,
  WellbeingMoment,
  wellbeingAspects,
  wellbeingEndpoints,
} from '../../../shared/records/wellbeing.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { type Action, createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, RadioGroup, Select, TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';

type Score = '1' | '2' | '3' | '4' | '5';
const scores: readonly Score[] = ['1', '2', '3', '4', '5'];
const middle: Score = '3';

type Scores = Readonly<Record<WellbeingAspect, Score>>;

/** An entry while being written down, blank or as it stands. */
function createForm(first: Pick<Wellbeing, 'moment' | 'on' | 'note'>, written?: Wellbeing) {
  const scoreOf = (aspect: WellbeingAspect): Score =>
    scores.find((score) => score === String(written?.[aspect])) ?? middle;
  const [moment, setMoment] = createSignal(first.moment);
  const [on, setOn] = createSignal<string>(first.on);
  const [given, setGiven] = createSignal<Scores>({
    person: scoreOf('person'),
    family: scoreOf('family'),
    network: scoreOf('network'),
  });
  const [note, setNote] = createSignal(first.note);
  return {
    ...{ moment, setMoment, on, setOn, given, note, setNote },
    setScore: (aspect: WellbeingAspect, score: Score) =>
      setGiven((before) => ({ ...before, [aspect]: score })),
    day: () => Day.safeParse(on()).data,
    facts: (day: Day) => ({
      ...{ on: day, moment: moment(), note: note().trim() },
      person: Number(given().person),
      family: Number(given().family),
      network: Number(given().network),
    }),
  };
}

export function RecordDialog(props: { first: boolean; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const { id: householdId } = room.household();
  const id = newId(WellbeingId);
  const form = createForm({ moment: props.first ? 'before' : 'during', on: room.today(), note: '' });
  const record = createAction(
    (day: Day) =>
      call(wellbeingEndpoints.record, { params: { householdId }, body: { id, ...form.facts(day) } }),
    { touches: () => [householdKey(householdId, 'wellbeing')], onDone: () => props.onClose() },
  );
  const [asked, setAsked] = createSignal(false);
  const submit = () => {
    setAsked(true);
    const day = form.day();
    if (day) void record.run(day);
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('pacts.wb.title')}
      description={t('pacts.wb.aspect')}
      act={t('pacts.wb.record')}
      action={record}
      onSubmit={submit}
    >
      <Fields form={form} asked={asked()} problemAt={record.problemAt} />
    </ActionDialog>
  );
}

export function CorrectDialog(props: { entry: Wellbeing; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const { id: householdId } = useRoom().household();
  // As it was when the dialog opened: what somebody else corrects meanwhile isn't overwritten unseen.
  const { entry } = props;
  const form = createForm(entry, entry);
  const [asked, setAsked] = createSignal(false);
  const correct = createAction(
    (reason: string) =>
      call(wellbeingEndpoints.correct, {
        params: { householdId, wellbeingId: entry.id },
        body: { ...form.facts(form.day() ?? entry.on), reason, version: entry.version },
      }),
    {
      touches: () => [householdKey(householdId, 'wellbeing')],
      onDone: () => showToast({ text: t('pacts.wb.corrected') }),
    },
  );
  const ready = () => {
    setAsked(true);
    return form.day() !== undefined;
  };
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      title={t('pacts.wb.correctTitle')}
      description={t('pacts.wb.correctIntro')}
      act={t('pacts.wb.correct')}
      action={correct}
      ready={ready}
    >
      <Fields form={form} asked={asked()} problemAt={correct.problemAt} />
    </ReasonDialog>
  );
}

export function WithdrawDialog(props: { entry: Wellbeing; words: string; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const { id: householdId } = useRoom().household();
  const { id: wellbeingId, version } = props.entry;
  const withdraw = createAction(
    (reason: string) =>
      call(wellbeingEndpoints.withdraw, { params: { householdId, wellbeingId }, body: { reason, version } }),
    {
      touches: () => [householdKey(householdId, 'wellbeing')],
      onDone: () => showToast({ text: t('pacts.wb.withdrawn') }),
    },
  );
  return (
    <ReasonDialog
      open
      onClose={props.onClose}
      title={t('pacts.wb.withdrawTitle')}
      description={
        <>
          <bdi>{props.words}</bdi>. {t('pacts.wb.withdrawIntro')}
        </>
      }
      act={t('pacts.wb.withdraw')}
      kind="alarm"
      action={withdraw}
    />
  );
}

function Fields(props: {
  form: ReturnType<typeof createForm>;
  /** Somebody tried to send it: what is missing is told. */
  asked: boolean;
  problemAt: Action<[]>['problemAt'];
}): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const { form } = props;
  const missing = () => (props.asked && form.day() === undefined ? t('fields.date') : undefined);
  return (
    <>
      <div class="pair">
        <Field label={t('pacts.wb.moment')} error={fieldWords(t, props.problemAt('moment'))}>
          <Select
            value={form.moment()}
            options={WellbeingMoment.options.map((value) => ({ value, label: t(`pacts.wb.${value}`) }))}
            onValue={form.setMoment}
          />
        </Field>
        <Field label={t('pacts.wb.on')} error={missing() ?? fieldWords(t, props.problemAt('on'))}>
          <DateInput value={form.on()} max={room.today()} onValue={form.setOn} />
        </Field>
      </div>
      <For each={wellbeingAspects}>
        {(aspect) => (
          <Field group label={<span class="cap">{t(`pacts.wb.${aspect}`)}</span>}>
            <RadioGroup
              value={form.given()[aspect]}
              options={scores.map((value) => ({ value, label: value }))}
              onValue={(value) => form.setScore(aspect, value)}
              scale
            />
          </Field>
        )}
      </For>
      <Field label={t('pacts.wb.note')} optional error={fieldWords(t, props.problemAt('note'))}>
        <TextArea rows={2} value={form.note()} onValue={form.setNote} maxlength={1000} />
      </Field>
    </>
  );
}
