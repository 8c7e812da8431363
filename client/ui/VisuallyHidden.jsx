/** Said, not shown. */
export function VisuallyHidden(props) {
    return <span class="sr">{props.children}</span>;
}
