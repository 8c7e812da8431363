import './Kbd.css';
import type { JSX } from 'solid-js';

/** A key of the keyboard. Always left to right: ⌘K is ⌘K in Arabic too. */
export function Kbd(props: JSX.HTMLAttributes<HTMLElement>): JSX.Element {
  return <kbd dir="ltr" {...props} />;
}

/** ⌘ on Apple devices, Ctrl elsewhere. */
export const commandKey = (): string => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl ');
