import './Page.css';
/** The room of a page inside the frame: as wide as reads well, or `wide` (map, conference) as wide as the window. */
export function Page(props) {
    return (<div class={`page ${props.class ?? ''}`} data-wide={props.wide ? '' : undefined}>
      {props.children}
    </div>);
}
