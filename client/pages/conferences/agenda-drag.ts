/** Dragging a point of the agenda by its handle: it changes places with its neighbours as the pointer passes them. */
import { type Accessor, createSignal, onCleanup } from 'solid-js';

export function createDragging(
  list: Accessor<HTMLElement | undefined>,
  /** Moves a point and answers where it is then. */
  move: (from: number, to: number) => number,
) {
  const [at, setAt] = createSignal<number>();
  let end: (() => void) | undefined;
  onCleanup(() => end?.());
  return {
    /** The place of what is being dragged. */
    at,
    begin(event: PointerEvent, from: number) {
      if (event.button !== 0) return;
      event.preventDefault(); // or the browser would select text, and a phone would scroll
      (event.currentTarget as HTMLElement | null)?.focus();
      setAt(from);
      const follow = (moved: PointerEvent) => {
        const current = at();
        if (current === undefined) return;
        const middles = [...(list()?.children ?? [])].map((row) => {
          const { top, height } = row.getBoundingClientRect();
          return top + height / 2;
        });
        const above = middles.filter((middle, index) => index !== current && middle < moved.clientY).length;
        if (above !== current) setAt(move(current, above));
      };
      end = () => {
        document.removeEventListener('pointermove', follow);
        document.removeEventListener('pointerup', stop);
        document.removeEventListener('pointercancel', stop);
        setAt(undefined);
        end = undefined;
      };
      const stop = () => end?.();
      document.addEventListener('pointermove', follow);
      document.addEventListener('pointerup', stop);
      document.addEventListener('pointercancel', stop);
    },
  };
}
