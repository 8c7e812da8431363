/** The kinds of shared document, and what lives at the root of each. Nobody else writes a root's name. */
import { z } from 'zod';
export const DocumentKind = z.enum([
    'care-plan',
    'annotations',
    'network-map',
    'social-notes',
    'health-notes',
    'education-notes',
    'protection-notes',
    'minutes',
    'inclusion-pact',
]);
/** What a person may do with a document, from least to most. `annotate` reads the text and writes its annotations. */
export const DocumentAccess = z.enum(['read', 'annotate', 'write']);
/** Raised whenever a page built earlier would misread or damage what a newer one writes. */
export const schemaVersion = 1;
/** Root names and types per kind: the gate admits no other. */
export const rootsOf = {
    'care-plan': { content: 'rich-text' },
    annotations: { threads: 'map' },
    'network-map': { nodes: 'map', ties: 'map' },
    'social-notes': { content: 'rich-text' },
    'health-notes': { content: 'rich-text' },
    'education-notes': { content: 'rich-text' },
    'protection-notes': { content: 'rich-text' },
    minutes: { content: 'rich-text', attendance: 'map' },
    'inclusion-pact': { content: 'rich-text' },
};
