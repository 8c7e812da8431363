/** Below the map: its days on the thousand-day axis, the maps that were kept, and what one may do with them. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { addDays, type Day, daysBetween } from '../../../shared/dates.ts';
import { newId, SnapshotId } from '../../../shared/ids.ts';
import { mapHistoryEndpoints } from '../../../shared/records/map-history.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Band, type BandMark } from '../../ui/Band.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from './household-room.tsx';
import { type MapMoment, type MapTimes, now } from './map-times.ts';

export type MapPanel = 'list' | 'tells' | 'moments';

export function MapTime(props: {
  times: MapTimes;
  panel: MapPanel;
  onPanel: (panel: MapPanel) => void;
  /** Whether this person may write in the live map. */
  editable: boolean;
  onRestore: () => void;
  /** Ways to take the map along. */
  papers: JSX.Element;
}): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const [taking, setTaking] = createSignal(false);
  const options = () => [
    { value: '', label: t('mapHistory.stopCompare') },
    { value: 'now', label: t('mapHistory.today') },
    ...props.times.snapshots().map(({ id, label, on }) => ({
      value: id as string,
      label: `${label} · ${formats().date(on)}`,
    })),
  ];
  const chosen = () => {
    const moment = props.times.compared();
    return moment?.kind === 'snapshot' ? moment.id : (moment?.kind ?? '');
  };
  const choose = (value: string) => {
    const id = SnapshotId.safeParse(value).data;
    props.times.compareWith(id ? { kind: 'snapshot', id } : value === 'now' ? now : undefined);
  };
  return (
    <section class="map-time" aria-label={t('mapHistory.slider')}>
      <Days times={props.times} />
      <div class="map-time-a">
        <p class="map-time-now" aria-live="polite">
          <Told times={props.times} />
        </p>
        <Show when={props.times.shown().kind !== 'now'}>
          <Button small onClick={() => props.times.show(now)}>
            {t('mapHistory.back')}
          </Button>
        </Show>
        <span class="map-time-end">
          <span class="map-time-c">
            <span class="xs" aria-hidden="true">
              {t('mapHistory.compareWith')}
            </span>
            <Select
              aria-label={t('mapHistory.compareWith')}
              value={chosen()}
              options={options().map((option) =>
                option.value === '' && chosen() === '' ? { ...option, label: '—' } : option,
              )}
              onValue={choose}
            />
          </span>
          <Button
            small
            aria-pressed={props.panel === 'tells'}
            onClick={() => props.onPanel(props.panel === 'tells' ? 'list' : 'tells')}
          >
            {t('mapHistory.tells')}
          </Button>
          <Button
            small
            aria-pressed={props.panel === 'moments'}
            onClick={() => props.onPanel(props.panel === 'moments' ? 'list' : 'moments')}
          >
            {t('versions.moments')}
          </Button>
          <Show when={props.editable && props.times.shown().kind !== 'now' && props.times.picture()}>
            <Button small onClick={() => props.onRestore()}>
              {t('versions.mapRestore')}
            </Button>
          </Show>
          <Show when={room.household().can.writeMap && props.times.shown().kind === 'now'}>
            <Button small onClick={() => setTaking(true)}>
              {t('mapHistory.take')}
            </Button>
          </Show>
          {props.papers}
        </span>
      </div>
      <Show when={taking()}>
        <TakeDialog onClose={() => setTaking(false)} />
      </Show>
    </section>
  );
}

/** Which map is shown, in words. */
function Told(props: { times: MapTimes }): JSX.Element {
  const { t, formats } = useMessages();
  const words = () => {
    const shown = props.times.shown();
    if (shown.kind === 'now') return t('mapHistory.today');
    if (shown.kind === 'row') return shown.label;
    const answer = props.times.shownMap.value();
    if (!answer) return '';
    const title = t('mapHistory.on', { date: formats().date(answer.on, 'long') });
    if (answer.source === 'unknown') return `${title} — ${t('mapHistory.unknown')}`;
    const kept = props.times.snapshots().find(({ id }) => id === answer.snapshotId);
    if (answer.source === 'exact' || !kept) return joined(t, [title, t('mapHistory.exact')]);
    return joined(t, [
      title,
      t('mapHistory.fromSnapshot', { label: kept.label, date: formats().date(kept.on) }),
    ]);
  };
  return <>{words()}</>;
}

/** The band as a slider: one step is a day. Days ahead are today. */
function Days(props: { times: MapTimes }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const clock = () => {
    const found = room.household().clock;
    return found && found.end >= room.today() ? found : undefined;
  };
  const from = (): Day => clock()?.conception ?? room.household().openedOn;
  const last = () => Math.max(1, daysBetween(from(), clock()?.end ?? room.today()));
  const day = (): Day => {
    const shown = props.times.shown();
    return shown.kind === 'now' ? room.today() : (props.times.shownOn() ?? room.today());
  };
  const marks = (): readonly BandMark[] =>
    props.times.snapshots().map(({ id, label, on }) => ({ id, at: on, label, kind: 'visit', state: 'done' }));
  const show = (moment: MapMoment) => props.times.show(moment);
  const slide = (value: string) => {
    const on = addDays(from(), Number(value));
    show(on >= room.today() ? now : { kind: 'day', on });
  };
  const openMark = ({ id }: { id: string }) => {
    const snapshot = SnapshotId.safeParse(id).data;
    if (snapshot) show({ kind: 'snapshot', id: snapshot });
  };
  return (
    <div class="map-days">
      <Show when={clock()} fallback={<KeptMaps times={props.times} />}>
        {(known) => (
          <Band
            conception={known().conception}
            dueDate={known().dueDate}
            birth={known().birth ?? undefined}
            end={known().end}
            today={room.today()}
            marks={marks()}
            onOpen={openMark}
            label={t('mapHistory.snapshots')}
          />
        )}
      </Show>
      <input
        class="map-days-in"
        type="range"
        min="0"
        max={last()}
        step="1"
        value={Math.min(last(), Math.max(0, daysBetween(from(), day())))}
        aria-label={t('mapHistory.day')}
        aria-valuetext={formats().date(day(), 'long')}
        onChange={(event) => slide(event.currentTarget.value)}
      />
    </div>
  );
}

/** Without a band, the kept maps stand as buttons. */
function KeptMaps(props: { times: MapTimes }): JSX.Element {
  const { formats } = useMessages();
  return (
    <p class="map-kept">
      <For each={props.times.snapshots()}>
        {({ id, label, on }) => (
          <Button small onClick={() => props.times.show({ kind: 'snapshot', id })}>
            {label} · {formats().date(on)}
          </Button>
        )}
      </For>
    </p>
  );
}

function TakeDialog(props: { onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const id = newId(SnapshotId);
  const [label, setLabel] = createSignal('');
  const take = createAction(
    () =>
      call(mapHistoryEndpoints.take, {
        params: { householdId: room.household().id },
        body: { id, label: label().trim() },
      }),
    {
      touches: () => [householdKey(room.household().id, 'map-history')],
      onDone: () => {
        showToast({ text: t('mapHistory.taken') });
        props.onClose();
      },
    },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('mapHistory.takeTitle')}
      act={t('windows.save')}
      action={take}
      onSubmit={() => void take.run()}
    >
      <Field
        label={t('mapHistory.label')}
        hint={t('mapHistory.labelHint')}
        error={fieldWords(t, take.problemAt('label'))}
        required
      >
        <TextInput dir="auto" maxLength={80} value={label()} onValue={setLabel} />
      </Field>
    </ActionDialog>
  );
}
