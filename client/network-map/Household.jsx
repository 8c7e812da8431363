/** The household in the middle, as a genogram within its dashed line. Ties are drawn between the two. */
import { createMemo, For, Match, Show, Switch } from 'solid-js';
import { useDescribe } from './describe.ts';
import { signHalf } from './geometry/genogram.ts';
import { useMapRoom } from './map-room.ts';
import { Unspoken } from './Unspoken.tsx';
export function HouseholdLine() {
    const room = useMapRoom();
    const size = () => room.genogram().household;
    return (<rect class="net-home-line" x={-size().width / 2} y={-size().height / 2} width={size().width} height={size().height} rx="14"/>);
}
export function Genogram(props) {
    const room = useMapRoom();
    return (<g class="net-home">
      <Unspoken class="net-bonds">
        <For each={room.genogram().couples}>
          {({ from, to, apart }) => (<>
              <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`}/>
              <Show when={apart}>
                <path d={`M${(from.x + to.x) / 2 - 6} ${from.y + 7}l7-14m1 14l7-14`}/>
              </Show>
            </>)}
        </For>
        <path d={room.genogram().descent}/>
      </Unspoken>
      <For each={room.memberKeys()}>
        {(key) => <MemberMark memberKey={key} walk={props.walk} onOpen={() => props.onOpen(key)}/>}
      </For>
    </g>);
}
function MemberMark(props) {
    const room = useMapRoom();
    const describe = useDescribe();
    const point = createMemo(() => room.genogram().places.get(props.memberKey) ?? { x: 0, y: 0 });
    const node = () => room.nodeOf(props.memberKey);
    const beside = () => room.genogram().nameBeside.has(props.memberKey);
    const selected = () => room.isSelected('node', props.memberKey);
    const half = signHalf;
    return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside takes the keys
    <g class="net-member" data-node={props.memberKey} data-sel={selected() ? '' : undefined} data-lit={room.isLit('node', props.memberKey) ? '' : undefined} data-left={describe.hasLeft(props.memberKey) ? '' : undefined} data-index={node()?.index ? '' : undefined} transform={`translate(${point().x} ${point().y})`} onClick={() => room.setSelection({ kind: 'node', key: props.memberKey })} onDblClick={() => props.onOpen()}>
      {/* biome-ignore lint/a11y/useSemanticElements: an SVG group can't be a button element */}
      <g class="net-press" role="button" tabindex={props.walk.stop() === props.memberKey ? 0 : -1} data-key={props.memberKey} aria-label={describe.sayNode(props.memberKey)} aria-pressed={selected()} onFocus={() => props.walk.focused(props.memberKey)}>
        <Switch fallback={<>
              <circle class="net-sign" r={half}/>
              <Show when={node()?.index}>
                <circle class="net-sign net-inner" r={half - 4}/>
              </Show>
            </>}>
          <Match when={node()?.symbol === 'square'}>
            <rect class="net-sign" x={-half + 1} y={-half + 1} width={half * 2 - 2} height={half * 2 - 2}/>
            <Show when={node()?.index}>
              <rect class="net-sign net-inner" x={-half + 5} y={-half + 5} width={half * 2 - 10} height={half * 2 - 10}/>
            </Show>
          </Match>
          <Match when={node()?.symbol === 'triangle'}>
            <path class="net-sign" d="M0-13 13 11H-13z"/>
          </Match>
        </Switch>
        <Show when={node()?.deceased}>
          <path class="net-crossed" d={`M${-half} ${-half}L${half} ${half}M${half} ${-half}L${-half} ${half}`}/>
        </Show>
      </g>
      <Unspoken>
        <text class="net-age" y="4.5">
          {describe.ageOf(props.memberKey)}
        </text>
        <text class="net-name" x={beside() ? half + 8 : 0} y={beside() ? -6 : half + 17} text-anchor={beside() ? 'start' : 'middle'}>
          {shortened(describe.nameOf(props.memberKey))}
        </text>
      </Unspoken>
    </g>);
}
/** A name in the genogram has little room; the whole name is read in the list. */
const longestName = 14;
const shortened = (name) => name.length <= longestName ? name : `${name.slice(0, longestName - 1).trimEnd()}…`;
