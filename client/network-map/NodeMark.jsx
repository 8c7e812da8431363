/** A place outside the household: its sign, its label, who holds it. */
import { children, createMemo, createRenderEffect, For, Match, Show, Switch } from 'solid-js';
import { SectorMark } from '../ui/SectorMark.tsx';
import { useDescribe } from './describe.ts';
import { labelGap, lineHeight } from './geometry/label.ts';
import { useMapRoom } from './map-room.ts';
import { Unspoken } from './Unspoken.tsx';
/** From so many places on, labels that would cover others wait until one looks. */
const crowd = 25;
/** Enlarged this much, there is room for every label again. */
const roomy = 1.6;
export function NodeMark(props) {
    const room = useMapRoom();
    const describe = useDescribe();
    const point = createMemo(() => room.stagePoint(props.nodeKey) ?? { x: 0, y: 0 });
    const selected = () => room.isSelected('node', props.nodeKey);
    const lit = () => room.isLit('node', props.nodeKey);
    const holder = () => room.heldBy(props.nodeKey);
    const waits = () => props.crowded && room.outerKeys().length > crowd && room.zoom().k < roomy && !lit();
    // The label stands beside the button, not in it: the button's name says more than the drawn words.
    return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside takes the keys
    <g class="net-node" data-node={props.nodeKey} data-missing={room.isMissing(props.nodeKey) ? '' : undefined} data-sel={selected() ? '' : undefined} data-lit={lit() ? '' : undefined} data-held={holder() || room.dragging() === props.nodeKey ? '' : undefined} data-waits={waits() ? '' : undefined} data-change={room.props.changes?.get(props.nodeKey)} transform={`translate(${point().x.toFixed(1)} ${point().y.toFixed(1)})`} ref={(element) => props.drag.attach(element, props.nodeKey)} onClick={() => room.setSelection({ kind: 'node', key: props.nodeKey })} onDblClick={() => props.onOpen()}>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG group can't be a button element */}
      <g class="net-press" role="button" tabindex={props.walk.stop() === props.nodeKey ? 0 : -1} data-key={props.nodeKey} aria-label={describe.sayNode(props.nodeKey)} aria-pressed={selected()} onFocus={() => props.walk.focused(props.nodeKey)}>
        <circle class="net-touch" r="22"/>
        <Show when={holder()}>
          {(other) => <circle class="net-holder" r="20" style={{ '--c': `var(--c${other().colour})` }}/>}
        </Show>
        <circle class="net-halo" r="18"/>
        <Sign nodeKey={props.nodeKey}/>
      </g>
      <Label lines={props.lines} side={props.side} gap={selected() ? labelGap + haloRoom : labelGap}/>
    </g>);
}
function Sign(props) {
    const room = useMapRoom();
    const kind = () => room.nodeOf(props.nodeKey)?.kind;
    return (<Switch fallback={<circle class="net-person" r="9"/>}>
      <Match when={room.isMissing(props.nodeKey)}>
        <circle class="net-hole" r="12.5"/>
      </Match>
      <Match when={kind() === 'body' || kind() === 'body_free'}>
        <SectorSign nodeKey={props.nodeKey}/>
      </Match>
      <Match when={kind() === 'group'}>
        <g class="net-group">
          <circle cx="0" cy="-5" r="5.2"/>
          <circle cx="-6.2" cy="4.6" r="5.2"/>
          <circle cx="6.2" cy="4.6" r="5.2"/>
        </g>
      </Match>
      <Match when={kind() === 'user'}>
        <circle class="net-user" data-sector={room.sectorOf(props.nodeKey)} r="9"/>
      </Match>
      <Match when={kind() === 'place'}>
        <path class="net-place" d="M-8.5-1.5 0-9l8.5 7.5V9h-17z"/>
      </Match>
    </Switch>);
}
const sectorSize = 20;
/** The mark of the lists, at the drawing's size. An svg within an svg takes its size from attributes, not from CSS. */
function SectorSign(props) {
    const room = useMapRoom();
    const mark = children(() => <SectorMark sector={room.sectorOf(props.nodeKey)}/>);
    createRenderEffect(() => {
        for (const element of mark.toArray()) {
            if (!(element instanceof SVGElement))
                continue;
            element.setAttribute('width', String(sectorSize));
            element.setAttribute('height', String(sectorSize));
        }
    });
    return <g transform={`translate(${-sectorSize / 2} ${-sectorSize / 2})`}>{mark()}</g>;
}
/** The ring around what is selected moves its label out by this much. */
const haloRoom = 5;
function Label(props) {
    const anchor = () => (props.side === 'end' ? 'start' : props.side === 'start' ? 'end' : 'middle');
    const x = () => (props.side === 'end' ? props.gap : props.side === 'start' ? -props.gap : 0);
    const top = () => {
        const height = props.lines.length * lineHeight;
        if (props.side === 'below')
            return props.gap + 11;
        if (props.side === 'above')
            return -props.gap - height + lineHeight - 1;
        return -height / 2 + 12;
    };
    return (<Unspoken>
      <text class="net-label" text-anchor={anchor()}>
        <For each={props.lines}>
          {(line, index) => (<tspan x={x()} y={top() + index() * lineHeight}>
              {line}
            </tspan>)}
        </For>
      </text>
    </Unspoken>);
}
