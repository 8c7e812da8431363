/**
 * Agenda, minutes and context: side by side on a laptop, minutes and one other on a tablet, one at a time on a phone.
 * All stay as they are while another is shown, where one had scrolled to too.
 */
import { type Accessor, createSignal, For, type JSX, Show } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { createMedia } from '../../ui/media.ts';

const names = ['agenda', 'minutes', 'context'] as const;
export type PaneName = (typeof names)[number];

export type Panes = {
  readonly shown: Accessor<PaneName>;
  readonly show: (name: PaneName) => void;
  readonly place: (element: HTMLElement) => void;
};

export function createPanes(): Panes {
  const [shown, setShown] = createSignal<PaneName>('minutes');
  const scrolled = new Map<Element, number>();
  let place: HTMLElement | undefined;
  const panes = () => [...(place?.querySelectorAll('.pane') ?? [])];
  return {
    shown,
    // A pane that isn't drawn may forget where it was scrolled to.
    show(name) {
      if (name === shown()) return;
      for (const pane of panes()) if (pane.clientHeight > 0) scrolled.set(pane, pane.scrollTop);
      setShown(name);
      for (const pane of panes()) {
        const top = scrolled.get(pane);
        if (top !== undefined && pane.clientHeight > 0) pane.scrollTop = top;
      }
    },
    place(element) {
      place = element;
    },
  };
}

/** Drawn only where not all fit. */
export function PaneTabs(props: { panes: Panes; left: number }): JSX.Element {
  const { t } = useMessages();
  const oneAtATime = createMedia('(max-width: 44rem)');
  /** Beside the minutes there is always one of the two others. */
  const isShown = (name: PaneName) => {
    const shown = props.panes.shown();
    return name === (shown === 'minutes' && !oneAtATime() ? 'context' : shown);
  };
  return (
    <fieldset class="pane-tabs tabs" aria-label={t('room.panes')}>
      <For each={names}>
        {(name) => (
          <button
            type="button"
            data-name={name}
            aria-pressed={isShown(name)}
            onClick={() => props.panes.show(name)}
          >
            {t(`room.pane.${name}`)}
            <Show when={name === 'context' && props.left > 0}>
              <span class="n">{props.left}</span>
            </Show>
          </button>
        )}
      </For>
    </fieldset>
  );
}
