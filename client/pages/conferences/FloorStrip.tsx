/** The open point and its time, at the end of the strip; for chair and minute-taker, the way on and back. */
import { type JSX, Show } from 'solid-js';
import IconBack from '~icons/lucide/chevron-left';
import IconNext from '~icons/lucide/chevron-right';
import type { Conference } from '../../../shared/records/conferences.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import type { FloorRoom } from './floor.ts';

export function FloorStrip(props: { conference: Conference; floor: FloorRoom }): JSX.Element {
  const { t } = useMessages();
  const around = () => props.floor.around();
  const open = (id: string | undefined) => id !== undefined && void props.floor.move.run(id);
  return (
    <div class="floor">
      <Show when={props.floor.mayBegin()}>
        <Button
          small
          kind="primary"
          busy={props.floor.begin.busy()}
          onClick={() => void props.floor.begin.run()}
        >
          {t('room.begin')}
        </Button>
      </Show>
      <FloorTime conference={props.conference} floor={props.floor} />
      <Show when={props.floor.conducts()}>
        <Show
          when={around().open}
          fallback={
            <Button small onClick={() => open(around().next?.id)} busy={props.floor.move.busy()}>
              {t('room.openFirst')}
            </Button>
          }
        >
          <span class="floor-acts">
            <Show when={around().before}>
              {(point) => (
                <IconButton label={`${t('room.back')}: ${point().title}`} onClick={() => open(point().id)}>
                  <IconBack class="i turn" aria-hidden="true" />
                </IconButton>
              )}
            </Show>
            <Show
              when={around().next}
              fallback={
                <Button small onClick={() => void props.floor.move.run(null)}>
                  {t('room.closePoint')}
                </Button>
              }
            >
              {(point) => (
                <IconButton label={`${t('room.next')}: ${point().title}`} onClick={() => open(point().id)}>
                  <IconNext class="i turn" aria-hidden="true" />
                </IconButton>
              )}
            </Show>
          </span>
        </Show>
      </Show>
    </div>
  );
}

/** Counts in whole minutes; past its end it says so in words, and nothing blinks. */
export function FloorTime(props: { conference: Conference; floor: FloorRoom }): JSX.Element {
  const { t } = useMessages();
  const number = () =>
    props.conference.agenda.findIndex(({ id }) => id === props.floor.around().open?.id) + 1;
  return (
    <div class="box-t" data-over={props.floor.time()?.isOver ? '' : undefined}>
      <Show when={props.floor.around().open}>
        {(point) => (
          <p class="box-p" dir="auto" title={point().title}>
            <span class="sr">
              {t('room.pointOf', { n: number(), total: props.conference.agenda.length })}:{' '}
            </span>
            {point().title}
          </p>
        )}
      </Show>
      <Show when={props.floor.time()}>
        {(time) => (
          <>
            <div>
              <Show when={time().box} fallback={<span>{t('room.gone', { minutes: time().gone })}</span>}>
                {(box) => (
                  <>
                    <b class="num">
                      {time().isOver
                        ? t('room.over', { minutes: time().over })
                        : t('room.left', { minutes: time().left })}
                    </b>
                    <span>{t('room.of', { minutes: box() })}</span>
                  </>
                )}
              </Show>
            </div>
            <Show when={time().box}>
              <span class="bar-t">
                <i style={{ 'inline-size': `${Math.round(time().share * 100)}%` }} />
              </span>
            </Show>
          </>
        )}
      </Show>
      <Show when={props.floor.elapsed() !== undefined}>
        <div
          class="box-all"
          data-late={(props.floor.elapsed() ?? 0) > props.conference.minutesLong ? '' : undefined}
        >
          <span>{t('conferences.elapsed')}</span>
          <span class="num">{props.floor.elapsed()}</span>
          <span>/ {t('conferences.duration', { minutes: props.conference.minutesLong })}</span>
        </div>
      </Show>
    </div>
  );
}
