/** The map's cursors and drags, carried by the document's presence. */
import { z } from 'zod';
const Point = z.object({ x: z.number(), y: z.number() });
/** What stands in a presence state's `cursor` while somebody is on the map. */
const MapCursor = z.object({ point: Point.nullable(), dragging: z.string().nullable() });
export function mapPresence(presence, ownId, colourOf) {
    let own = { point: null, dragging: null };
    const tell = (change) => {
        own = { ...own, ...change };
        presence.tell('cursor', own);
    };
    return {
        others: () => presence
            .people()
            .filter((person) => person.id !== ownId)
            .map((person) => {
            const cursor = MapCursor.safeParse(person.cursor).data;
            return {
                personId: person.id,
                name: person.name,
                colour: colourOf(person.id),
                cursor: cursor?.point ?? undefined,
                dragging: cursor?.dragging ?? undefined,
            };
        }),
        setCursor: (point) => tell({ point: point && { x: point.x, y: point.y } }),
        setDragging: (dragging) => tell({ dragging }),
    };
}
