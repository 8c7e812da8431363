/** The agenda with what is done, open and to come; who asks to speak; who has which part; who was there (X1, X2). */
import { For, type JSX, Show } from 'solid-js';
import IconOpen from '~icons/lucide/circle-play';
import type { AgendaPoint, Conference } from '../../../shared/records/conferences.ts';
import { useMessages } from '../../messages/messages.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Ring, type RingState } from '../../ui/state.tsx';
import { AgendaBefore, Replies } from './AgendaBefore.tsx';
import { AttendanceList } from './Attendance.tsx';
import type { FloorRoom } from './floor.ts';
import { type PointState, pointStates } from './floor-time.ts';
import { Hands } from './Hands.tsx';
import type { Hall } from './hall.ts';

export type AgendaPaneProps = {
  conference: Conference;
  hall: Hall;
  floor: FloorRoom;
  /** Key of the section at the top of the minutes. */
  current: string | undefined;
  onGo: (pointId: string) => void;
  /** Further parts, below who was there. */
  children?: JSX.Element;
};

const ringOf: Record<PointState, RingState> = { done: 'met', open: 'open', next: 'new' };

export function AgendaPane(props: AgendaPaneProps): JSX.Element {
  const { t } = useMessages();
  const states = () => pointStates(props.conference.agenda, props.conference.floor);
  /** Frozen, nothing is to come, whether points were opened one after the other or not. */
  const stateOf = (pointId: string): PointState =>
    props.conference.frozenAt ? 'done' : (states().get(pointId) ?? 'next');
  return (
    <section class="pane ag" aria-label={t('conferences.agenda')}>
      <div>
        <h2>{t('conferences.agenda')}</h2>
        <ol class="agl">
          <For each={props.conference.agenda}>
            {(point) => <Point {...props} point={point} state={stateOf(point.id)} />}
          </For>
        </ol>
        <AgendaBefore conference={props.conference} />
      </div>
      <Show when={!props.conference.frozenAt}>
        <Hands hall={props.hall} />
      </Show>
      <div>
        <h2>{t('conferences.roles')}</h2>
        <dl class="rl">
          <dt>{t('conferences.chair')}</dt>
          <dd dir="auto">{props.conference.chair.name}</dd>
          <dt>{t('conferences.minuteTaker')}</dt>
          <dd dir="auto">{props.conference.minuteTaker.name}</dd>
          <Show when={props.conference.place}>
            {(place) => (
              <>
                <dt>{t('conferences.place')}</dt>
                <dd dir="auto">{place().name}</dd>
              </>
            )}
          </Show>
        </dl>
      </div>
      <Replies conference={props.conference} />
      <AttendanceList conference={props.conference} hall={props.hall} />
      {props.children}
    </section>
  );
}

function Point(props: AgendaPaneProps & { point: AgendaPoint; state: PointState }): JSX.Element {
  const { t } = useMessages();
  const asker = () => props.point.askedById && props.hall.nameOf(props.point.askedById);
  return (
    <li
      aria-current={props.state === 'open' ? 'step' : undefined}
      data-read={props.current === `agenda-${props.point.id}` ? '' : undefined}
    >
      <button type="button" onClick={() => props.onGo(props.point.id)}>
        <Ring state={ringOf[props.state]} decorative />
        <span>
          <span dir="auto">{props.point.title}</span>
          <Show when={asker()}>
            {(name) => <small dir="auto">{t('room.askedBy', { name: name() })}</small>}
          </Show>
        </span>
        <span class="sr">{t(`room.point.${props.state}`)}</span>
        <Show when={props.point.minutes}>
          {(minutes) => <small class="num">{t('room.boxOf', { minutes: minutes() })}</small>}
        </Show>
      </button>
      <Show when={props.floor.conducts() && props.state !== 'open'}>
        <IconButton
          class="agl-open"
          label={t('room.openPoint', { title: props.point.title })}
          onClick={() => void props.floor.move.run(props.point.id)}
        >
          <IconOpen class="i i-s" aria-hidden="true" />
        </IconButton>
      </Show>
    </li>
  );
}
