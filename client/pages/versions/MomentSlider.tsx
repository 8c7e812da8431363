/** The past as a line: each sitting a stroke in its author's colour, as high as much was written; arrow keys step. */
import { createMemo, createSelector, For, type JSX, Show } from 'solid-js';
import type { Sitting } from '../../../shared/records/versions.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import { sittingWords } from './moment-words.ts';

export function MomentSlider(props: {
  sittings: readonly Sitting[];
  /** Place of the shown one among them; as many as there are: now. */
  place: number;
  onPlace: (place: number) => void;
  older: boolean;
  onOlder: () => void;
}): JSX.Element {
  const words = useMessages();
  const { t } = words;
  const colourOf = useCaretColours();
  /** Where the slider’s thumb stands on that place. */
  const at = (place: number) => `calc(8px + (100% - 16px) * ${place / Math.max(1, props.sittings.length)})`;
  const most = createMemo(() => Math.log2(2 + Math.max(...props.sittings.map(({ bytes }) => bytes))));
  // A step draws the two strokes it goes between, not hundreds.
  const isShown = createSelector(() => props.place);
  const height = ({ bytes }: Sitting) => `${Math.round(25 + (75 * Math.log2(2 + bytes)) / most())}%`;
  const colour = ({ by }: Sitting) => (by.length === 1 && by[0] ? `p${colourOf(by[0])}` : '');
  const valueWords = () => {
    const sitting = props.sittings[props.place];
    return sitting ? sittingWords(sitting, words) : t('versions.now');
  };
  return (
    <div class="hs">
      <div class="hs-strokes" aria-hidden="true" style={{ '--count': props.sittings.length + 1 }}>
        <For each={props.sittings}>
          {(sitting, place) => (
            <i
              class={colour(sitting)}
              style={{ 'block-size': height(sitting), 'inset-inline-start': at(place()) }}
              data-shown={isShown(place()) ? '' : undefined}
              data-many={sitting.by.length > 1 ? '' : undefined}
            />
          )}
        </For>
        <i
          class="hs-now"
          style={{ 'inset-inline-start': at(props.sittings.length) }}
          data-shown={props.place >= props.sittings.length ? '' : undefined}
        />
      </div>
      <input
        class="hs-in"
        type="range"
        min="0"
        max={props.sittings.length}
        step="1"
        value={props.place}
        aria-label={t('versions.slider')}
        aria-valuetext={valueWords()}
        onInput={(event) => props.onPlace(Number(event.currentTarget.value))}
      />
      <Show when={props.older}>
        <Button small kind="quiet" onClick={() => props.onOlder()}>
          {t('versions.older')}
        </Button>
      </Show>
    </div>
  );
}
