/** Which tabs a household's page has for this reader: only what the server has given them. */
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { Household } from '../../../shared/records/households.ts';

/** Documents that are one page of text and nothing else. */
export const notesKinds = [
  'social-notes',
  'health-notes',
  'education-notes',
  'protection-notes',
] as const satisfies readonly DocumentKind[];
export type NotesKind = (typeof notesKinds)[number];

export type TabName =
  | 'plan'
  | 'map'
  | 'conferences'
  | 'tasks'
  | 'pact'
  | 'path'
  | 'children'
  | 'charge'
  | 'shelter'
  | 'team'
  | NotesKind;

export const isNotes = (name: TabName): name is NotesKind => notesKinds.some((kind) => kind === name);

/**
 * In the order they stand. Reserved notes are named only to those who have them; shelter to whoever may write there, and
 * to the others once something is (`sheltered`).
 */
export function tabsOf(
  household: Pick<Household, 'documents' | 'can'>,
  { sheltered = false }: { sheltered?: boolean } = {},
): readonly TabName[] {
  const { can } = household;
  const has = (kind: DocumentKind) => household.documents.some((document) => document.kind === kind);
  const when = (has: boolean, ...tabs: TabName[]) => (has ? tabs : []);
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
