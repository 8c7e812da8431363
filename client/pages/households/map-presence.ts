/** The map's cursors and drags, carried by the document's presence. */
import { z } from 'zod';
import type { Presence } from '../../collab/presence.ts';
import type { MapPresenceChannel } from '../../network-map/NetworkMap.tsx';
import type { ColourOf } from '../../ui/caret-colours.tsx';

const Point = z.object({ x: z.number(), y: z.number() });

/** What stands in a presence state's `cursor` while somebody is on the map. */
const MapCursor = z.object({ point: Point.nullable(), dragging: z.string().nullable() });
type MapCursor = z.infer<typeof MapCursor>;

export function mapPresence(presence: Presence, ownId: string, colourOf: ColourOf): MapPresenceChannel {
  let own: MapCursor = { point: null, dragging: null };
  const tell = (change: Partial<MapCursor>) => {
    own = { ...own, ...change };
    presence.tell('cursor', own);
  };
  return {
    others: () => {
      const cursors = presence.cursors();
      return presence
        .people()
        .filter((person) => person.id !== ownId)
        .map((person) => {
          const cursor = MapCursor.safeParse(cursors.get(person.id)).data;
          return {
            personId: person.id,
            name: person.name,
            colour: colourOf(person.id),
            cursor: cursor?.point ?? undefined,
            dragging: cursor?.dragging ?? undefined,
          };
        });
    },
    setCursor: (point) => tell({ point: point && { x: point.x, y: point.y } }),
    setDragging: (dragging) => tell({ dragging }),
  };
}
