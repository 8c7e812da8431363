/** Part of the drawing that is only for the eye: a screen reader hears the same from the places and from the list. */
import { splitProps } from 'solid-js';
export function Unspoken(props) {
    const [mine, rest] = splitProps(props, ['children']);
    return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of an SVG takes no focus
    <g {...rest} aria-hidden="true">
      {mine.children}
    </g>);
}
