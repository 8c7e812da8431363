import type { JSX } from 'solid-js';

/** Said, not shown. */
export function VisuallyHidden(props: { children: JSX.Element }): JSX.Element {
  return <span class="sr">{props.children}</span>;
}
