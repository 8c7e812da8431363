/** Writing down how they are; correcting it, or taking it back, with a reason (C12). */
import { createSignal, For, type JSX } from 'solid-js';
import { assert } from '../../../shared/assert.ts';
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

type Scores = Readonly<Partial<Record<WellbeingAspect, Score>>>;

/** An entry while being written down, blank or as it stands. */
function createForm(first: Pick<Wellbeing, 'moment' | 'on' | 'note'>, written?: Wellbeing) {
  const scoreOf = (aspect: WellbeingAspect): Score | undefined =>
    scores.find((score) => score === String(written?.[aspect]));
  const [moment, setMoment] = createSignal(first.moment);
  const [on, setOn] = createSignal<string>(first.on);
  // None is chosen for her: a number that stood there already would be answered more often than it is true.
  const [given, setGiven] = createSignal<Scores>(
    Object.fromEntries(wellbeingAspects.map((aspect) => [aspect, scoreOf(aspect)])),
  );
  const [note, setNote] = createSignal(first.note);
  const day = () => Day.safeParse(on()).data;
  return {
    ...{ moment, setMoment, on, setOn, day, given, note, setNote },
    setScore: (aspect: WellbeingAspect, score: Score) =>
      setGiven((before) => ({ ...before, [aspect]: score })),
    /** Undefined while something is missing. */
    facts() {
      const [date, { person, family, network }] = [day(), given()];
      if (!date || !person || !family || !network) return undefined;
      return {
        ...{ on: date, moment: moment(), note: note().trim() },
        person: Number(person),
        family: Number(family),
        network: Number(network),
      };
    },
  };
}

type Facts = NonNullable<ReturnType<ReturnType<typeof createForm>['facts']>>;

export function RecordDialog(props: { first: boolean; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const { id: householdId } = room.household();
  const id = newId(WellbeingId);
  const form = createForm({ moment: props.first ? 'before' : 'during', on: room.today(), note: '' });
  const record = createAction(
    (facts: Facts) => call(wellbeingEndpoints.record, { params: { householdId }, body: { id, ...facts } }),
    { touches: () => [householdKey(householdId, 'wellbeing')], onDone: () => props.onClose() },
  );
  const [asked, setAsked] = createSignal(false);
  const submit = () => {
    setAsked(true);
    const facts = form.facts();
    if (facts) void record.run(facts);
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
    (reason: string) => {
      const facts = form.facts();
      assert(facts, 'it isn’t sent while something is missing');
      return call(wellbeingEndpoints.correct, {
        params: { householdId, wellbeingId: entry.id },
        body: { ...facts, reason, version: entry.version },
      });
    },
    {
      touches: () => [householdKey(householdId, 'wellbeing')],
      onDone: () => showToast({ text: t('pacts.wb.corrected') }),
    },
  );
  const ready = () => {
    setAsked(true);
    return form.facts() !== undefined;
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
          <Field
            group
            label={<span class="cap">{t(`pacts.wb.${aspect}`)}</span>}
            error={props.asked && !form.given()[aspect] ? t('fields.missing') : undefined}
          >
            <RadioGroup
              value={form.given()[aspect] ?? ''}
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
