/**
 * The keyboard's way through the drawing: one stop in the page's Tab order, which remembers where one was. Inside, Tab
 * goes from place to place and leaves at either end; Escape leaves at once.
 */
import type { Commands } from './commands.ts';
import type { MapRoom } from './map-room.ts';

export type FocusWalk = ReturnType<typeof createFocusWalk>;

export function createFocusWalk(
  room: MapRoom,
  commands: Commands,
  svg: () => SVGSVGElement,
  reveal: (key: string) => void,
) {
  const order = (): string[] => [...room.memberKeys(), ...room.outerKeys()];
  /** The place that Tab comes back to. */
  const stop = (): string | undefined => {
    const key = room.focusKey();
    return key && room.nodeOf(key) ? key : order()[0];
  };
  const elementOf = (key: string) => svg().querySelector<SVGGElement>(`[data-key="${CSS.escape(key)}"]`);
  const keyOf = (target: EventTarget | null): string | undefined =>
    target instanceof Element
      ? (target.closest('[data-key]')?.getAttribute('data-key') ?? undefined)
      : undefined;
  const goTo = (key: string | undefined): boolean => {
    const element = key === undefined ? null : elementOf(key);
    element?.focus();
    return element !== null;
  };
  const select = (key: string) => room.setSelection({ kind: 'node', key });

  const open = (key: string) => (room.props.editable ? commands.editNode(key) : select(key));
  const walkKeys: Readonly<Record<string, (key: string, event: KeyboardEvent) => boolean>> = {
    Tab: (key, event) => goTo(order()[order().indexOf(key) + (event.shiftKey ? -1 : 1)]),
    Home: () => goTo(order()[0]),
    End: () => goTo(order().at(-1)),
    Enter: (key) => {
      open(key);
      return true;
    },
    ' ': (key) => {
      select(key);
      return true;
    },
    Escape: () => {
      if (room.selection()) room.setSelection(null);
      const list = svg().closest('.net-map')?.querySelector<HTMLElement>('.net-panel button');
      list?.focus();
      return true;
    },
  };
  const handleKey = (event: KeyboardEvent): void => {
    const key = keyOf(event.target);
    if (key === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = walkKeys[event.key]?.(key, event) ?? commands.nudgeNode(key, event);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    stop,
    goTo,
    handleKey,
    /** Focus selects, so that the list and the ties light up as one walks. */
    focused(key: string): void {
      room.setFocusKey(key);
      select(key);
      // A press never moves the paper under the hand that is about to drag.
      if (elementOf(key)?.matches(':focus-visible')) reveal(key);
    },
  };
}
