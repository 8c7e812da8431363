import './Page.css';
import type { JSX } from 'solid-js';

/** The room of a page inside the frame: as wide as reads well, or `wide` (map, conference) as wide as the window. */
export function Page(props: {
  wide?: boolean | undefined;
  class?: string | undefined;
  children: JSX.Element;
}): JSX.Element {
  return (
    <div class={`page ${props.class ?? ''}`} data-wide={props.wide ? '' : undefined}>
      {props.children}
    </div>
  );
}
