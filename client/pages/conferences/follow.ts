/**
 * Following the minute-taker through the minutes: one press or `F`. One's own hand (scrolling, writing, Escape) ends it
 * at once, and one press takes it up again.
 */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';
import type { PersonId } from '../../../shared/ids.ts';
import type { TextHandle } from '../../editor/DocumentEditor.tsx';
import { isWriting } from './is-writing.ts';

export type Follow = {
  readonly following: Accessor<boolean>;
  /** One followed, and one's own hand ended it. */
  readonly broken: Accessor<boolean>;
  readonly toggle: () => void;
  /** Not offered any more, until one follows again. */
  readonly forget: () => void;
};

export function createFollow(
  handle: Accessor<TextHandle | undefined>,
  whom: Accessor<PersonId>,
  onBroken: () => void,
): Follow {
  const [end, setEnd] = createSignal<() => void>();
  const [broken, setBroken] = createSignal(false);
  let ownWill = false;
  const toggle = () => {
    const stop = end();
    if (stop) {
      ownWill = true;
      stop();
      ownWill = false;
      return;
    }
    setBroken(false);
    const begun = handle()?.follow(whom(), () => {
      setEnd(undefined);
      if (ownWill) return;
      setBroken(true);
      onBroken();
    });
    setEnd(() => begun);
  };
  const listen = (event: KeyboardEvent) => {
    if (event.code !== 'KeyF' || isWriting(event)) return;
    event.preventDefault();
    toggle();
  };
  onMount(() => document.addEventListener('keydown', listen));
  onCleanup(() => {
    document.removeEventListener('keydown', listen);
    ownWill = true;
    end()?.();
  });
  return { following: () => end() !== undefined, broken, toggle, forget: () => setBroken(false) };
}
