/** How they are, then and now (C12). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { newId, WellbeingId } from '../../../shared/ids.ts';
import {
  compareWellbeing,
  WellbeingMoment,
  wellbeingAspects,
  wellbeingEndpoints,
} from '../../../shared/records/wellbeing.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { Answered } from '../../api/Answered.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, RadioGroup, Select, TextArea } from '../../ui/inputs.tsx';
import { useRoom } from '../households/household-room.tsx';

export function WellbeingPanel(): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const { id: householdId } = room.household();
  const [recording, setRecording] = createSignal(false);
  const read = createRead(wellbeingEndpoints.list, () => ({
    key: householdKey(householdId, 'wellbeing'),
    input: { params: { householdId } },
  }));
  const all = () => read.value()?.wellbeing ?? [];
  return (
    <section class="sect narrow">
      <div class="sect-h">
        <h2>{t('pacts.wb.title')}</h2>
        <Show when={room.household().can.writeWellbeing}>
          <Button small onClick={() => setRecording(true)}>
            {t('pacts.wb.record')}
          </Button>
        </Show>
      </div>
      <Answered read={read}>
        {() => (
          <Show when={all().length > 0} fallback={<p class="muted">{t('pacts.wb.none')}</p>}>
            <table class="t wb">
              <thead>
                <tr>
                  <th scope="col">{t('pacts.wb.moment')}</th>
                  <For each={wellbeingAspects}>
                    {(aspect) => <th scope="col">{t(`pacts.wb.${aspect}`)}</th>}
                  </For>
                </tr>
              </thead>
              <tbody>
                <For each={shown()}>
                  {(each) => (
                    <tr>
                      <th scope="row">
                        {t(`pacts.wb.${each.moment}`)}, {formats().date(each.on, 'long')}
                      </th>
                      <For each={wellbeingAspects}>
                        {(aspect) => (
                          <td>
                            {formats().number(each[aspect])}
                            <Change aspect={aspect} last={each === all().at(-1)} />
                          </td>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </Show>
        )}
      </Answered>
      <Show when={recording()}>
        <RecordDialog first={all().length === 0} onClose={() => setRecording(false)} />
      </Show>
    </section>
  );

  function shown() {
    const first = all()[0];
    const last = all().at(-1);
    return all().length > 3 && first && last ? [first, last] : all();
  }

  /** Beside the newest: how far it is from the beginning. */
  function Change(change: { aspect: (typeof wellbeingAspects)[number]; last: boolean }): JSX.Element {
    const step = () => {
      const found = change.last
        ? compareWellbeing(all())?.find(({ aspect }) => aspect === change.aspect)
        : undefined;
      return found ? found.now - found.before : 0;
    };
    return (
      <Show when={step() !== 0}>
        {' '}
        <span class={step() > 0 ? 'up' : 'soft'}>
          <bdi>{step() > 0 ? `+${step()}` : `−${-step()}`}</bdi>
        </span>
      </Show>
    );
  }
}

type Score = '1' | '2' | '3' | '4' | '5';
const scores: readonly Score[] = ['1', '2', '3', '4', '5'];

function RecordDialog(props: { first: boolean; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const { id: householdId } = room.household();
  const id = newId(WellbeingId);
  const [moment, setMoment] = createSignal<WellbeingMoment>(props.first ? 'before' : 'during');
  const [on, setOn] = createSignal<string>(room.today());
  const [given, setGiven] = createSignal<Readonly<Record<(typeof wellbeingAspects)[number], Score>>>({
    person: '3',
    family: '3',
    network: '3',
  });
  const [note, setNote] = createSignal('');
  const record = createAction(
    (day: Day) =>
      call(wellbeingEndpoints.record, {
        params: { householdId },
        body: {
          id,
          on: day,
          moment: moment(),
          person: Number(given().person),
          family: Number(given().family),
          network: Number(given().network),
          note: note().trim(),
        },
      }),
    { touches: () => [householdKey(householdId, 'wellbeing')], onDone: () => props.onClose() },
  );
  const [asked, setAsked] = createSignal(false);
  const submit = () => {
    setAsked(true);
    const day = Day.safeParse(on()).data;
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
      <div class="pair">
        <Field label={t('pacts.wb.moment')} error={fieldWords(t, record.problemAt('moment'))}>
          <Select
            value={moment()}
            options={WellbeingMoment.options.map((value) => ({ value, label: t(`pacts.wb.${value}`) }))}
            onValue={setMoment}
          />
        </Field>
        <Field
          label={t('pacts.wb.on')}
          error={asked() && on() === '' ? t('fields.date') : fieldWords(t, record.problemAt('on'))}
        >
          <DateInput value={on()} onValue={setOn} />
        </Field>
      </div>
      <For each={wellbeingAspects}>
        {(aspect) => (
          <Field group label={<span class="cap">{t(`pacts.wb.${aspect}`)}</span>}>
            <RadioGroup
              value={given()[aspect]}
              options={scores.map((value) => ({ value, label: value }))}
              onValue={(value) => setGiven((before) => ({ ...before, [aspect]: value }))}
            />
          </Field>
        )}
      </For>
      <Field label={t('pacts.wb.note')} optional error={fieldWords(t, record.problemAt('note'))}>
        <TextArea rows={2} value={note()} onValue={setNote} maxlength={1000} />
      </Field>
    </ActionDialog>
  );
}
