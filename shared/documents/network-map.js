/**
 * The network map: an ecomap after Hartman (1978), with the household as a genogram in the middle. Places and ties are
 * Y.Maps, one key per field, so two people can change two fields of one tie at the same moment.
 */
import * as Y from 'yjs';
import { z } from 'zod';
import { Day } from '../dates.ts';
import { BodyId, MemberId, PersonId } from '../ids.ts';
export const NodeKind = z.enum(['member', 'person', 'group', 'user', 'body', 'body_free', 'place']);
/** From the household outwards. */
export const Ring = z.enum(['centre', 'informal', 'services', 'third_sector', 'market']);
/** Genogram: square male, circle female, triangle pregnancy. */
export const GenogramSymbol = z.enum(['square', 'circle', 'triangle']);
/** Hartman's lines: thick, dashed, jagged, broken; and what ought to be there and isn't. */
export const TieStrength = z.enum(['strong', 'tenuous', 'stressful', 'broken', 'absent_needed']);
/** Seen from the family: `to` gives energy away, `from` receives it. */
export const TieEnergy = z.enum(['to', 'from', 'mutual', 'none']);
export const TieNetwork = z.enum(['primary', 'secondary', 'third_sector', 'market']);
export const TieSupport = z.enum(['emotional', 'material', 'informational', 'practical']);
/** x and y are drawing units from the index person, y downwards; the outermost ring is at about 380. */
export const MapNode = z.strictObject({
    label: z.string().max(120),
    kind: NodeKind,
    ring: Ring,
    x: z.number().min(-4000).max(4000),
    y: z.number().min(-4000).max(4000),
    /** The member, account or body it stands for; absent for a person or place that isn't in any register. */
    ref: z.union([MemberId, PersonId, BodyId]).optional(),
    symbol: GenogramSymbol.optional(),
    /** The index person is drawn doubled. */
    index: z.boolean().optional(),
    deceased: z.boolean().optional(),
});
/** Several ties may join the same pair. `source` and `target` are keys of `nodes`. */
export const MapTie = z.strictObject({
    source: z.string().max(64),
    target: z.string().max(64),
    strength: TieStrength,
    energy: TieEnergy,
    network: TieNetwork,
    supports: z.array(TieSupport).max(4),
    frequency: z.string().max(80).optional(),
    since: Day.optional(),
    /** When the team wants to look at this tie again (B11). */
    review: Day.optional(),
    note: z.string().max(500).optional(),
});
export const mapNodes = (doc) => doc.getMap('nodes');
export const mapTies = (doc) => doc.getMap('ties');
const fieldsOf = (value) => Object.entries(value).filter(([, field]) => field !== undefined);
export function addNode(doc, key, node) {
    mapNodes(doc).set(key, new Y.Map(fieldsOf(node)));
}
export function addTie(doc, key, tie) {
    mapTies(doc).set(key, new Y.Map(fieldsOf(tie)));
}
/** Sets the given fields and leaves the others to whoever is changing them. `undefined` takes a field away. */
export function changeFields(entry, change) {
    for (const [field, value] of Object.entries(change)) {
        if (value === undefined)
            entry.delete(field);
        else if (entry.get(field) !== value)
            entry.set(field, value);
    }
}
/** A place is taken away with its ties. */
export function removeNode(doc, key) {
    doc.transact(() => {
        for (const [tieKey, tie] of mapTies(doc)) {
            if (tie.get('source') === key || tie.get('target') === key)
                mapTies(doc).delete(tieKey);
        }
        mapNodes(doc).delete(key);
    });
}
export const removeTie = (doc, key) => mapTies(doc).delete(key);
/** The valid places by key. One that an unknown release wrote is left out of the drawing, never deleted. */
export function readNodes(doc) {
    return readAll(mapNodes(doc), MapNode);
}
/** The valid ties by key whose two ends are there. */
export function readTies(doc) {
    const ties = readAll(mapTies(doc), MapTie);
    for (const [key, tie] of ties)
        if (!mapNodes(doc).has(tie.source) || !mapNodes(doc).has(tie.target))
            ties.delete(key);
    return ties;
}
function readAll(map, schema) {
    const read = new Map();
    for (const [key, value] of map) {
        const parsed = schema.safeParse(value instanceof Y.Map ? value.toJSON() : undefined);
        if (parsed.success)
            read.set(key, parsed.data);
    }
    return read;
}
