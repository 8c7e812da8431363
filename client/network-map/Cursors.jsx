/** Where the others point, with their names. Kept at one size whatever the zoom. */
import { createMemo, For } from 'solid-js';
import { useMapRoom } from './map-room.ts';
import { Unspoken } from './Unspoken.tsx';
export function Cursors() {
    const room = useMapRoom();
    const pointing = createMemo(() => {
        const byPerson = new Map();
        for (const other of room.props.presence.others()) {
            if (other.cursor)
                byPerson.set(other.personId, { ...other, cursor: other.cursor });
        }
        return byPerson;
    });
    const people = createMemo(() => [...pointing().keys()], [], {
        equals: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
    });
    return (<Unspoken>
      <For each={people()}>
        {(id) => {
            const other = () => pointing().get(id);
            const at = () => room.projection().toStage(other()?.cursor ?? { x: 0, y: 0 });
            const colour = () => other()?.colour ?? 1;
            const name = () => (other()?.name ?? '').split(' ')[0] ?? '';
            return (<g class="net-cursor" style={{
                    '--c': `var(--c${colour()})`,
                    '--c-on': `var(--c${colour()}-on)`,
                    transform: `translate(${at().x}px, ${at().y}px) scale(${1 / room.zoom().k})`,
                }}>
              <path d="M0 0v16l4.6-4.2 2.7 6.2 3-1.3-2.7-6.1 6.2-.4z"/>
              <rect x="10" y="17" height="21" width={name().length * 7.6 + 13} rx="2"/>
              <text x="16.5" y="32">
                {name()}
              </text>
            </g>);
        }}
      </For>
    </Unspoken>);
}
