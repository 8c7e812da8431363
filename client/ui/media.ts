/** Whether a media query holds, for what CSS alone can't tell, such as a pressed state. */
import { type Accessor, createSignal, onCleanup } from 'solid-js';

export function createMedia(condition: string): Accessor<boolean> {
  const query = window.matchMedia(condition);
  const [holds, setHolds] = createSignal(query.matches);
  const look = () => setHolds(query.matches);
  query.addEventListener('change', look);
  onCleanup(() => query.removeEventListener('change', look));
  return holds;
}
