/** Documents that are one page of text and nothing else. */
export const notesKinds = [
    'social-notes',
    'health-notes',
    'education-notes',
    'protection-notes',
];
export const isNotes = (name) => notesKinds.some((kind) => kind === name);
/**
 * In the order they stand. Reserved notes are named only to those who have them; shelter to whoever may write there, and
 * to the others once something is (`sheltered`).
 */
export function tabsOf(household, { sheltered = false } = {}) {
    const { can } = household;
    const has = (kind) => household.documents.some((document) => document.kind === kind);
    const when = (has, ...tabs) => (has ? tabs : []);
    return [
        ...when(has('care-plan'), 'plan'),
        ...when(has('network-map'), 'map'),
        ...when(can.seeCase, 'conferences'),
        'tasks',
        ...when(can.seePact, 'pact'),
        ...when(can.seeCase, 'path', 'children', 'charge'),
        ...when(can.writeShelter || sheltered, 'shelter'),
        ...notesKinds.filter(has),
        'team',
    ];
}
