/** The marks on a band and their keyboard: one stop for Tab, arrows walk in reading order, Home and End jump. */
import { createMemo, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { Day } from '../../shared/dates.ts';
import { joined } from '../messages/joined.ts';
import { useMessages } from '../messages/messages.tsx';
import type { BandMark } from './BandDrawing.tsx';
import { isWithin, type MarkPlace, markPlaces, percentOf, type Span } from './band-scale.ts';

type BandMarksProps = {
  marks: readonly BandMark[];
  span: Span;
  compact: boolean;
  /** Of the whole band; 0 until it is known. */
  widthPx: number;
  birth: Day;
  today: Day;
  onOpen: ((mark: BandMark) => void) | undefined;
};

/** On a narrower band visits and referrals go, as in the style sheet. */
const narrowPx = 512;

export function BandMarks(props: BandMarksProps): JSX.Element {
  const isShown = (mark: BandMark) =>
    isWithin(props.span, mark.at) &&
    (props.compact || props.widthPx >= narrowPx || mark.kind === 'conference' || mark.kind === 'task');
  const inOrder = createMemo(() => props.marks.filter(isShown).sort((a, b) => a.at.localeCompare(b.at)));
  const places = createMemo(() =>
    markPlaces(
      inOrder().map((mark) => ({ at: percentOf(props.span, mark.at), past: mark.at < props.today })),
      props.widthPx,
      {
        birth: percentOf(props.span, props.birth),
        today: isWithin(props.span, props.today) ? percentOf(props.span, props.today) : undefined,
      },
    ),
  );
  const placeOf = (index: number): MarkPlace => places()[index] ?? { at: 0, lane: 0 };
  return (
    <Show
      when={!props.compact}
      fallback={
        <span class="band-marks">
          <For each={inOrder()}>
            {(mark) => (
              <span
                class="band-m"
                data-k={mark.kind}
                data-s={mark.state}
                style={{ '--at': percentOf(props.span, mark.at) }}
              >
                <span />
              </span>
            )}
          </For>
        </span>
      }
    >
      <WalkableMarks marks={inOrder()} placeOf={placeOf} span={props.span} onOpen={props.onOpen} />
    </Show>
  );
}

function WalkableMarks(
  props: Pick<BandMarksProps, 'marks' | 'span' | 'onOpen'> & {
    placeOf: (index: number) => MarkPlace;
  },
): JSX.Element {
  const { t, formats, direction } = useMessages();
  const [stop, setStop] = createSignal(0);
  const [named, setNamed] = createSignal<BandMark>();
  const tipId = createUniqueId();
  let list: HTMLUListElement | undefined;

  const go = (index: number) => {
    const last = props.marks.length - 1;
    setStop(Math.max(0, Math.min(last, index)));
    list?.querySelectorAll<HTMLElement>('[data-mark]')[stop()]?.focus();
  };
  const handleKey = (event: KeyboardEvent) => {
    const forward = direction() === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = direction() === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const target: Record<string, number> = {
      [forward]: stop() + 1,
      [back]: stop() - 1,
      Home: 0,
      End: Infinity,
    };
    const index = target[event.key];
    if (event.key === 'Escape') setNamed(undefined);
    if (index === undefined) return;
    event.preventDefault();
    go(index);
  };
  const about = (mark: BandMark) => {
    const state = mark.state !== 'done' && t(`ui.band.${mark.state}`);
    return joined(t, [t(`ui.band.${mark.kind}`), formats().date(mark.at, 'long'), state]);
  };

  return (
    <>
      <ul class="band-marks" ref={list} onKeyDown={handleKey}>
        <For each={props.marks}>
          {(mark, index) => (
            <li
              class="band-m"
              data-k={mark.kind}
              data-s={mark.state}
              data-over={props.placeOf(index()).lane > 0 ? '' : undefined}
              style={{ '--at': props.placeOf(index()).at, '--lane': props.placeOf(index()).lane }}
            >
              <Dynamic
                component={mark.href ? 'a' : 'button'}
                href={mark.href}
                type={mark.href ? undefined : 'button'}
                data-mark=""
                tabindex={index() === Math.min(stop(), props.marks.length - 1) ? 0 : -1}
                aria-label={`${mark.label}: ${about(mark)}`}
                onFocus={() => {
                  setStop(index());
                  setNamed(mark);
                }}
                onBlur={() => setNamed(undefined)}
                onPointerEnter={() => setNamed(mark)}
                onPointerLeave={() => setNamed(undefined)}
                onClick={() => !mark.href && props.onOpen?.(mark)}
              />
            </li>
          )}
        </For>
      </ul>
      <Show when={named()}>
        {(mark) => {
          const at = () => percentOf(props.span, mark().at);
          const side = () => (at() < 15 ? 'start' : at() > 85 ? 'end' : undefined);
          return (
            <span class="band-tip" id={tipId} aria-hidden="true" data-side={side()} style={{ '--at': at() }}>
              <span>
                {mark().label}
                <small>{about(mark())}</small>
              </span>
            </span>
          );
        }}
      </Show>
    </>
  );
}
