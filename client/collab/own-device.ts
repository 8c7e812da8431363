/**
 * Whether the person signed in has said that this device is theirs. Only then are copies of documents kept on it
 * (copy.ts), and only until they sign out: then the copies and the choice itself are gone.
 */
import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type { PersonId } from '../../shared/ids.ts';

export type OwnDevice = {
  /** Reactive: for whom copies are kept; nobody, unless who is signed in chose it here. */
  readonly keptFor: Accessor<PersonId | undefined>;
  /** This browser can keep copies, and tell which it keeps: what can't be listed couldn't be wiped. */
  readonly canKeep: boolean;
  /** What whoever is signed in says of this device. */
  choose(mine: boolean): void;
};

const chosenKey = 'trama.own-device';

/** Storage may be closed to us: then the device is nobody's. */
function readChoice(): string | null {
  try {
    return localStorage.getItem(chosenKey);
  } catch {
    return null;
  }
}

function writeChoice(person: PersonId | undefined): void {
  try {
    if (person) localStorage.setItem(chosenKey, person);
    else localStorage.removeItem(chosenKey);
  } catch {
    return; // a browser without storage keeps nothing anyway
  }
}

/** Call once, under an owner. `person`: whoever is signed in. */
export function createOwnDevice(person: Accessor<PersonId | undefined>): OwnDevice {
  const [choice, setChoice] = createSignal(readChoice());
  // Another tab of the same browser chose.
  const look = () => setChoice(readChoice());
  window.addEventListener('storage', look);
  onCleanup(() => window.removeEventListener('storage', look));
  const canKeep = typeof indexedDB === 'object' && typeof indexedDB.databases === 'function';
  return {
    canKeep,
    keptFor: () => (canKeep && person() !== undefined && person() === choice() ? person() : undefined),
    choose(mine) {
      writeChoice(mine ? person() : undefined);
      look();
    },
  };
}
