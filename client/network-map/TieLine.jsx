/** One tie as Hartman drew it, and the same strokes as a small swatch for legend, list and dialogs. */
import { createMemo, Show } from 'solid-js';
import { tieStrokes } from './geometry/tie-line.ts';
import { useMapRoom } from './map-room.ts';
import { drawnTie } from './tie-ends.ts';
import { Unspoken } from './Unspoken.tsx';
export function TieLine(props) {
    const room = useMapRoom();
    const drawn = createMemo(() => drawnTie(room, props.tieKey, props.place));
    const strength = () => room.tieOf(props.tieKey)?.strength ?? 'tenuous';
    const strokes = createMemo(() => {
        const tie = drawn();
        return tie ? tieStrokes(tie.line, strength(), tie.energy) : null;
    });
    const lead = () => {
        const line = drawn()?.lead;
        return line ? `M${line.from.x} ${line.from.y}L${line.to.x} ${line.to.y}` : '';
    };
    const fromIndex = () => drawn()?.near === room.indexKey();
    return (<Show when={strokes()}>
      {(path) => (<Unspoken class="net-tie" data-k={strength()} data-tie={props.tieKey} data-change={room.props.changes?.get(props.tieKey)} data-lit={room.isLit('tie', props.tieKey) ? '' : undefined} data-sel={room.isSelected('tie', props.tieKey) ? '' : undefined} onClick={() => room.setSelection({ kind: 'tie', key: props.tieKey })} onDblClick={() => props.onOpen()}>
          <path class="net-tie-hit" d={path().whole}/>
          <path class="net-tie-line" d={path().line}/>
          <path class="net-tie-marks" d={path().marks}/>
          <path class="net-tie-arrow" d={path().arrows}/>
          <Show when={lead()}>
            <path class="net-tie-lead" data-index={fromIndex() ? '' : undefined} d={lead()}/>
          </Show>
        </Unspoken>)}
    </Show>);
}
const swatch = { from: { x: 1, y: 7 }, to: { x: 39, y: 7 } };
export function TieSwatch(props) {
    const strokes = () => tieStrokes(swatch, props.strength, props.energy ?? 'none');
    return (<svg class="net-swatch" viewBox="0 0 40 14" aria-hidden="true">
      <g class="net-tie" data-k={props.strength}>
        <path class="net-tie-line" d={strokes().line}/>
        <path class="net-tie-marks" d={strokes().marks}/>
        <path class="net-tie-arrow" d={strokes().arrows}/>
      </g>
    </svg>);
}
