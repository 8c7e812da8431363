/**
 * Where a mark stands on the sketch: by a press on it, or a Circoscrizione from the list and the arrows. Null leaves it
 * to the sketch.
 */
import { For, type JSX, Show } from 'solid-js';
import type { SketchPoint } from '../../../shared/records/territory.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/inputs.tsx';
import { districtAt, districts, outlineOf, rivers, wholeCity } from './city-sketch.ts';

/** How far one arrow goes, and one with Shift, on the 1,000 of the sketch. */
const [small, large] = [5, 25];
const arrows: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
const within = (value: number): number => Math.min(1000, Math.max(0, Math.round(value)));

export function SketchPlace(props: {
  value: SketchPoint | null;
  onValue: (place: SketchPoint | null) => void;
  /** Where the sketch puts it by itself. */
  unplaced: string;
  error: string | undefined;
}): JSX.Element {
  const { t } = useMessages();
  let drawing: SVGSVGElement | undefined;
  const district = () => (props.value ? districtAt(props.value) : null);
  const choose = (value: string) =>
    props.onValue(districts.find(({ number }) => String(number) === value)?.centre ?? null);
  const press = (event: MouseEvent) => {
    const matrix = drawing?.getScreenCTM();
    if (!matrix) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    props.onValue({ x: within(x), y: within(y) });
  };
  const nudge = (event: KeyboardEvent) => {
    const way = arrows[event.key];
    if (!way || !props.value) return;
    event.preventDefault();
    const step = event.shiftKey ? large : small;
    props.onValue({ x: within(props.value.x + way[0] * step), y: within(props.value.y + way[1] * step) });
  };
  return (
    <>
      <Field label={t('keep.place.label')} hint={t('keep.place.hint')} error={props.error}>
        <Select
          value={district() === null ? (props.value ? 'outside' : 'none') : String(district())}
          options={[
            { value: 'none', label: props.unplaced },
            ...districts.map(({ number }) => ({
              value: String(number),
              label: t('territory.map.district', { n: number }),
            })),
            ...(props.value && district() === null
              ? [{ value: 'outside', label: t('keep.place.outside') }]
              : []),
          ]}
          onValue={(value) => value !== 'outside' && choose(value)}
        />
      </Field>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing can't be a fieldset */}
      <svg
        ref={drawing}
        class="sketch-place"
        viewBox={`${wholeCity.x} ${wholeCity.y} ${wholeCity.size} ${wholeCity.size}`}
        role="group"
        tabindex="0"
        aria-label={t('keep.place.drawing')}
        onClick={press}
        onKeyDown={nudge}
      >
        <For each={districts}>
          {(each) => (
            <>
              <path
                class="sketch-place-d"
                d={outlineOf(each)}
                data-here={each.number === district() ? '' : undefined}
              />
              <text class="sketch-no" x={each.centre.x} y={each.centre.y} text-anchor="middle">
                {each.number}
              </text>
            </>
          )}
        </For>
        <g class="sketch-w">
          <For each={rivers}>{(d) => <path d={d} />}</For>
        </g>
        <Show when={props.value}>
          {(place) => <circle class="sketch-place-m" cx={place().x} cy={place().y} r="18" />}
        </Show>
      </svg>
      <p class="muted xs" role="status">
        <Show when={props.value} fallback={props.unplaced}>
          {(place) => (
            <>
              {district() === null
                ? t('keep.place.outside')
                : t('territory.map.district', { n: district() ?? 0 })}{' '}
              <bdi dir="ltr">
                ({place().x}, {place().y})
              </bdi>
            </>
          )}
        </Show>
      </p>
      <Show when={props.value}>
        <div class="item-a">
          <Button small kind="quiet" onClick={() => props.onValue(null)}>
            {t('keep.place.clear')}
          </Button>
        </div>
      </Show>
    </>
  );
}
