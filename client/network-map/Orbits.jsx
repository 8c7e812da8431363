/** The rings around the household and their names. */
import { For } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { outerRings, ringRadius } from './geometry/projection.ts';
import { outerRingOf, useMapRoom } from './map-room.ts';
import { Unspoken } from './Unspoken.tsx';
export function Orbits(props) {
    const { t } = useMessages();
    const room = useMapRoom();
    const used = (ring) => ring !== 'market' ||
        room.outerKeys().some((key) => {
            const node = room.nodeOf(key);
            return node !== undefined && outerRingOf(node) === 'market';
        });
    return (<Unspoken class="net-orbits">
      <For each={outerRings.filter(used)}>
        {(ring) => {
            const axes = () => room.projection().axes(ringRadius[ring]);
            return <ellipse rx={axes().width} ry={axes().height}/>;
        }}
      </For>
      <For each={outerRings.filter(used)}>
        {(ring) => {
            const at = () => props.places.get(ring) ?? { x: 0, y: -room.projection().axes(ringRadius[ring]).height };
            return (<text x={at().x} y={at().y + 4}>
              {t(`map.orbit.${ring}`)}
            </text>);
        }}
      </For>
    </Unspoken>);
}
