/**
 * Papers (X21): plan, map, minutes, pact or notes as a file to take along, print or hand over, made from what is committed.
 * Whoever may read the document may take it, and each time is logged (X10).
 */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { DocumentId, HouseholdId } from '../ids.ts';
import { ScreenLanguage } from '../languages.ts';
import { nothing } from './shapes.ts';

/** `page` is HTML that stands alone, for a browser's own printing. */
export const PaperFormat = z.enum(['pdf', 'docx', 'markdown', 'page']);
export type PaperFormat = z.infer<typeof PaperFormat>;

export const paperEndpoints = {
  take: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/papers/:documentId',
    summary:
      'A document as a file: PDF (tagged, where the server has a Chromium), DOCX, Markdown or a page to print. It is logged who took it.',
    policy: { kind: 'household', action: 'pact.see' },
    params: z.strictObject({ householdId: HouseholdId, documentId: DocumentId }),
    query: z.strictObject({ format: PaperFormat, language: ScreenLanguage.default('it') }),
    body: nothing,
    response: z.unknown(),
    answersFile: true,
  }),
  formats: endpoint({
    method: 'GET',
    path: '/api/papers/formats',
    summary: 'The formats this server makes: PDF only where it has a Chromium.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: z.object({ formats: z.array(PaperFormat) }),
  }),
};

/** Names the document and the form, never what was in it. */
export const paperEvents = [event('paper.taken', { documentId: DocumentId, format: PaperFormat })] as const;
