/** Keeps the screen lit while the owner lives, where the browser can (Screen Wake Lock API); taken anew when one comes back. */
import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';

/** Whether it is kept lit now. */
export function createWakeLock(): Accessor<boolean> {
  const [awake, setAwake] = createSignal(false);
  let lock: WakeLockSentinel | undefined;
  let over = false;
  const take = async () => {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible' || awake()) return;
    try {
      const taken = await navigator.wakeLock.request('screen');
      if (over) return void taken.release();
      lock = taken;
      setAwake(true);
      taken.addEventListener('release', () => setAwake(false), { once: true });
    } catch {
      setAwake(false); // the battery is low, or the person forbids it: then the screen goes dark as usual
    }
  };
  const again = () => void take();
  onMount(() => {
    again();
    document.addEventListener('visibilitychange', again);
  });
  onCleanup(() => {
    over = true;
    document.removeEventListener('visibilitychange', again);
    void lock?.release();
  });
  return awake;
}
