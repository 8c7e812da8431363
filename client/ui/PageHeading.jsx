import { createEffect } from 'solid-js';
/** The one h1 of a page: receives the focus after a navigation and names the browser's tab. */
export function PageHeading(props) {
    let heading;
    createEffect(() => {
        const text = props.title ?? (props.children && heading?.textContent) ?? '';
        document.title = text ? `${text} · Trama` : 'Trama';
    });
    return (<h1 ref={heading} tabindex={-1} class={props.class}>
      {props.children}
    </h1>);
}
