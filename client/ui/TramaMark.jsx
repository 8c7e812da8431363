/** Three warp threads in ink, two weft threads in pen blue. `size` in pixels. */
export function TramaMark(props) {
    return (<svg width={props.size ?? 26} height={props.size ?? 26} viewBox="0 0 26 26" fill="none" stroke-width="3" role="img" aria-label="Trama">
      <title>Trama</title>
      <path stroke="currentColor" d="M6 2v4.5M6 12.5V24M13 2v11.5M13 19.5V24M20 2v4.5M20 12.5V24"/>
      <path stroke="var(--accent)" d="M2 9.5h8.5M15.5 9.5H24M2 16.5h1.5M8.5 16.5h9M22.5 16.5H24"/>
    </svg>);
}
