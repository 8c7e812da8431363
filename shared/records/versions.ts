/**
 * The past of a document (X19): sittings in which somebody wrote, the state after any of them, and versions that were
 * given a name. Whoever may read a document may read its past, as with the older pages of a paper file; what nobody may
 * read any more is erased (X13), and its past with it.
 */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { DocumentId, PersonId, VersionId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';

/** A position in the log of a document. */
const Seq = z.int().min(0);
const SeqAsked = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Rows one span carries at most, and so many a sitting may have. */
export const mostRowsOfSpan = 4_000;
export const mostRowsOfSitting = 2_000;

/** People who wrote at one time: one person until a pause, or several within a minute. */
export const Sitting = z.object({
  /** The first and the last row of it. */
  from: Seq,
  to: Seq,
  start: Instant,
  end: Instant,
  /** Empty for what the server wrote. */
  by: z.array(PersonId),
  /** How much was written: bytes of the log, which only compare with each other. */
  bytes: z.int(),
});
export type Sitting = z.infer<typeof Sitting>;

export const VersionKind = z.enum([
  'named',
  /** What stood there right before somebody restored something older. */
  'before-restoring',
  /** Plan and map when a conference was recorded as held. */
  'conference-held',
  'minutes-frozen',
  'pact-proposed',
  'pact-signed',
]);
export type VersionKind = z.infer<typeof VersionKind>;

export const Version = z.object({
  id: VersionId,
  kind: VersionKind,
  /** Only and always for `named`. */
  label: z.string().nullable(),
  seq: Seq,
  at: Instant,
  /** Null: kept by a rule. */
  by: PersonBrief.nullable(),
});
export type Version = z.infer<typeof Version>;

export const DocumentPast = z.object({
  epoch: z.int(),
  /** The newest row. */
  head: Seq,
  /** Where it begins: nothing before that state is kept. */
  begins: z.object({ seq: Seq, at: Instant, why: z.enum(['created', 'window', 'rebuilt']) }),
  /** Oldest first. */
  sittings: z.array(Sitting),
  /** Whether there are older ones: ask for those before the first. */
  older: z.boolean(),
  /** Whoever wrote in these sittings. */
  people: z.array(PersonBrief),
  /** Of the whole document, oldest first, also those from before its past begins. */
  versions: z.array(Version),
});
export type DocumentPast = z.infer<typeof DocumentPast>;

const ofDocument = z.strictObject({ documentId: DocumentId });

export const versionEndpoints = {
  past: endpoint({
    method: 'GET',
    path: '/api/documents/:documentId/past',
    summary: 'When a document was written in, by whom, and its versions. For whoever may read it.',
    policy: { kind: 'signed-in' },
    params: ofDocument,
    query: z.strictObject({ before: SeqAsked.optional() }),
    body: nothing,
    response: DocumentPast,
  }),
  span: endpoint({
    method: 'GET',
    path: '/api/documents/:documentId/past/span',
    summary:
      'The state before row `from`, then each row up to `to`: Yjs updates, each behind its length. `to` = `from` − 1 is the state alone.',
    policy: { kind: 'signed-in' },
    params: ofDocument,
    query: z.strictObject({ epoch: z.coerce.number().int(), from: SeqAsked.min(1), to: SeqAsked }),
    body: nothing,
    response: z.unknown(),
    answersFile: true,
  }),
  state: endpoint({
    method: 'GET',
    path: '/api/documents/:documentId/versions/:versionId',
    summary: 'The document as a version keeps it: one Yjs update.',
    policy: { kind: 'signed-in' },
    params: z.strictObject({ documentId: DocumentId, versionId: VersionId }),
    query: nothing,
    body: nothing,
    response: z.unknown(),
    answersFile: true,
  }),
  keep: endpoint({
    method: 'POST',
    path: '/api/documents/:documentId/versions',
    summary:
      'Gives a moment of the document a name, or keeps how it stands before something older is restored. The same id again answers the same version.',
    policy: { kind: 'signed-in' },
    params: ofDocument,
    query: nothing,
    body: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('named'),
        id: VersionId,
        label: z.string().trim().min(1).max(80),
        epoch: z.int(),
        seq: Seq,
      }),
      z.strictObject({ kind: z.literal('before-restoring'), id: VersionId }),
    ]),
    response: Version,
  }),
};

export const versionEvents = [
  event('version.kept', {
    documentId: DocumentId,
    versionId: VersionId,
    why: z.enum(['named', 'before-restoring']),
  }),
] as const;
