/** Which tabs a household's page has for this reader: only what the server has given them. */
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { Household } from '../../../shared/records/households.ts';

/** Documents that are one page of text and nothing else. */
export const notesKinds = [
  'inclusion-pact',
  'social-notes',
  'health-notes',
  'education-notes',
  'protection-notes',
] as const satisfies readonly DocumentKind[];
export type NotesKind = (typeof notesKinds)[number];

export type TabName = 'plan' | 'map' | 'conferences' | 'tasks' | 'path' | 'charge' | 'team' | NotesKind;

export const isNotes = (name: TabName): name is NotesKind => notesKinds.some((kind) => kind === name);

/** In the order they stand. Reserved notes are named only to those who have them. */
export function tabsOf(household: Pick<Household, 'documents' | 'can'>): readonly TabName[] {
  const has = (kind: DocumentKind) => household.documents.some((document) => document.kind === kind);
  const always: readonly TabName[] = household.can.seeCase ? ['conferences', 'tasks'] : ['tasks'];
  return [
    ...(has('care-plan') ? (['plan'] as const) : []),
    ...(has('network-map') ? (['map'] as const) : []),
    ...always,
    ...(household.can.seeCase ? (['path', 'charge'] as const) : []),
    ...notesKinds.filter(has),
    'team',
  ];
}
