import { createEffect, type JSX } from 'solid-js';

export type PageHeadingProps = {
  children: JSX.Element;
  /** Name of the tab in the browser, when it isn't the heading's own text. */
  title?: string | undefined;
  class?: string | undefined;
};

/** The one h1 of a page: receives the focus after a navigation and names the browser's tab. */
export function PageHeading(props: PageHeadingProps): JSX.Element {
  let heading: HTMLHeadingElement | undefined;
  createEffect(() => {
    const text = props.title ?? (props.children && heading?.textContent) ?? '';
    document.title = text ? `${text} · Trama` : 'Trama';
  });
  return (
    <h1 ref={heading} tabindex={-1} class={props.class}>
      {props.children}
    </h1>
  );
}
