/** Supports in the family's home: what was tried, and what came of it (D3). */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { HomeSupportId, newId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import {
  type HomeSupport,
  HomeSupportKind,
  HomeSupportOutcome,
  homeSupportEndpoints,
} from '../../../shared/records/home-supports.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { DateInput, Select, TextArea } from '../../ui/inputs.tsx';
import { Tag } from '../../ui/state.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { useRoom } from '../households/household-room.tsx';
import { useKeepHomeSupport } from './keep-placement.ts';

export function HomeSupports(props: { supports: readonly HomeSupport[] }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const [adding, setAdding] = createSignal(false);
  const [ending, setEnding] = createSignal<HomeSupport>();
  const writes = () => room.household().can.writeShelter;
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('shelter.homeSupports')}</h2>
        <Show when={writes()}>
          <Button small onClick={() => setAdding(true)}>
            {t('shelter.addHomeSupport')}
          </Button>
        </Show>
      </div>
      <Show when={props.supports.length > 0} fallback={<p class="muted">{t('shelter.noHomeSupports')}</p>}>
        <ul>
          <For each={props.supports}>
            {(support) => (
              <li class="shelter-line">
                <p class="item-t">
                  {t(`shelter.support.${support.kind}`)}{' '}
                  <Tag tone={support.outcome === null ? 'good' : 'plain'}>
                    {support.outcome === null ? t('shelter.goesOn') : t(`shelter.outcome.${support.outcome}`)}
                  </Tag>
                </p>
                <p class="item-m">
                  <bdi>{support.by.name}</bdi>
                  <span>
                    {formats().date(support.from)}
                    <Show when={support.until}>{(until) => <> – {formats().date(until())}</>}</Show>
                  </span>
                </p>
                <Show when={support.note}>
                  <p class="shelter-more" dir="auto">
                    {support.note}
                  </p>
                </Show>
                <Show when={writes() && support.outcome === null}>
                  <div class="item-a">
                    <Button small onClick={() => setEnding(support)}>
                      {t('shelter.endSupport')}
                    </Button>
                  </div>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={adding()}>
        <BeginDialog onClose={() => setAdding(false)} />
      </Show>
      <Show when={ending()} keyed>
        {(support) => <EndDialog support={support} onClose={() => setEnding(undefined)} />}
      </Show>
    </section>
  );
}

function BeginDialog(props: { onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const id = newId(HomeSupportId);
  const [kind, setKind] = createSignal<HomeSupportKind>('home_education');
  const [body, setBody] = createSignal<BodyBrief | null>(null);
  const [from, setFrom] = createSignal<string>(room.today());
  const [note, setNote] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const householdId = room.household().id;
  const begin = createAction(
    (bodyId: BodyBrief['id'], start: Day) =>
      call(homeSupportEndpoints.begin, {
        params: { householdId },
        body: { id, kind: kind(), bodyId, from: start, note: note().trim() },
      }),
    {
      touches: () => [householdKey(householdId, 'shelter')],
      onDone: () => {
        showToast({ text: t('shelter.done') });
        props.onClose();
      },
    },
  );
  const start = () => Day.safeParse(from()).data;
  const submit = () => {
    setTried(true);
    const [chosen, day] = [body(), start()];
    if (chosen && day) void begin.run(chosen.id, day);
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('shelter.homeSupportTitle')}
      act={t('ui.save')}
      action={begin}
      onSubmit={submit}
    >
      <Field label={t('shelter.kind')}>
        <Select
          value={kind()}
          options={HomeSupportKind.options.map((value) => ({ value, label: t(`shelter.support.${value}`) }))}
          onValue={setKind}
        />
      </Field>
      <Field
        label={t('shelter.by')}
        error={tried() && !body() ? t('fields.body') : fieldWords(t, begin.problemAt('bodyId'))}
        required
      >
        <BodyPicker value={body()} onValue={setBody} />
      </Field>
      <Field
        label={t('shelter.from')}
        error={tried() && !start() ? t('fields.date') : fieldWords(t, begin.problemAt('from'))}
        required
      >
        <DateInput value={from()} onValue={setFrom} />
      </Field>
      <Field label={t('shelter.words')} optional>
        <TextArea rows={2} value={note()} maxlength={1000} onValue={setNote} />
      </Field>
    </ActionDialog>
  );
}

function EndDialog(props: { support: HomeSupport; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const keep = useKeepHomeSupport();
  const [until, setUntil] = createSignal<string>(room.today());
  const [outcome, setOutcome] = createSignal<HomeSupportOutcome>('not_enough');
  const [tried, setTried] = createSignal(false);
  const householdId = room.household().id;
  const end = createAction(
    (day: Day) =>
      call(homeSupportEndpoints.end, {
        params: { householdId, homeSupportId: props.support.id },
        body: { until: day, outcome: outcome(), version: props.support.version },
      }),
    {
      touches: () => [householdKey(householdId, 'shelter')],
      onDone: (answered) => {
        keep(answered);
        showToast({ text: t('shelter.done') });
        props.onClose();
      },
    },
  );
  const day = () => Day.safeParse(until()).data;
  const submit = () => {
    setTried(true);
    const chosen = day();
    if (chosen) void end.run(chosen);
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('shelter.endSupportTitle')}
      act={t('ui.save')}
      action={end}
      onSubmit={submit}
    >
      <Field
        label={t('shelter.on')}
        error={tried() && !day() ? t('fields.date') : fieldWords(t, end.problemAt('until'))}
        required
      >
        <DateInput value={until()} max={room.today()} onValue={setUntil} />
      </Field>
      <Field label={t('shelter.outcome')}>
        <Select
          value={outcome()}
          options={HomeSupportOutcome.options.map((value) => ({
            value,
            label: t(`shelter.outcome.${value}`),
          }))}
          onValue={setOutcome}
        />
      </Field>
    </ActionDialog>
  );
}
