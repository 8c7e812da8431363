/** The documents of a generated household, as the rows that sync would have written. */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { planContent } from '../../../shared/documents/care-plan.ts';
import { type DocumentKind, schemaVersion } from '../../../shared/documents/kinds.ts';
import { appendBlock } from '../../../shared/documents/rich-text.ts';
import { type ConferenceId, DocumentId, type GoalId, type HouseholdId } from '../../../shared/ids.ts';
import type { AgendaPoint } from '../../../shared/records/conferences.ts';
import type { Member } from '../../../shared/records/households.ts';
import { Right } from '../../../shared/records/rights.ts';
import { hashOfState, hashOfWordsIn, seedMinutes } from '../../records/conferences/minutes.ts';
import { firstDocuments, headingOfRight, seedOf } from '../../records/households/seeds.ts';
import { seedPact } from '../../records/pacts/text.ts';
import type { Random } from './random.ts';
import { hexOf, type Rows } from './rows.ts';
import { planSentences } from './texts.ts';

export type GoalWords = { readonly id: GoalId; readonly right: Right; readonly title: string };

/** The seven documents of the first day; the plan with its goals in the text. */
export function addFirstDocuments(
  rows: Rows,
  random: Random,
  at: Date,
  household: { id: HouseholdId; members: readonly Member[]; goals: readonly GoalWords[] },
): void {
  for (const kind of firstDocuments) {
    const { members, goals } = household;
    const written =
      kind === 'care-plan'
        ? writtenOf(planOf(random, goals))
        : kind === 'network-map'
          ? writtenOf(seedOf(kind, members))
          : writtenOnce(kind, () => seedOf(kind, []));
    addDocument(
      rows,
      { id: random.id(DocumentId, at), householdId: household.id, kind, conferenceId: null },
      written,
    );
  }
}

/** Minutes with the agenda's headings; answers the hash their freezing would give. */
export function addMinutes(
  rows: Rows,
  of: { id: DocumentId; householdId: HouseholdId; conferenceId: ConferenceId; agenda: AgendaPoint[] },
): string {
  const { id, householdId, conferenceId, agenda } = of;
  const written = writtenOnce(`minutes ${agenda.map(({ title }) => title).join()}`, () =>
    seedMinutes(agenda),
  );
  const bytes = addDocument(rows, { id, householdId, kind: 'minutes', conferenceId }, written);
  return hashOfWordsIn([bytes]);
}

/** A pact's first text; answers the hash its proposal would give. */
export function addPactText(
  rows: Rows,
  { id, householdId }: { id: DocumentId; householdId: HouseholdId },
  beneficiary: string,
): string {
  const written = writtenOf(seedPact(beneficiary, 'chi la segue'));
  const document = { id, householdId, kind: 'inclusion-pact', conferenceId: null } as const;
  return hashOfState([addDocument(rows, document, written)]);
}

function planOf(random: Random, goals: readonly GoalWords[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const right of Right.options) {
      const here = goals.filter((goal) => goal.right === right);
      appendBlock(planContent(doc), 'heading', { level: 2, right }, [headingOfRight[right]]);
      appendBlock(planContent(doc), 'paragraph', {}, here.length > 0 ? [random.pick(planSentences)] : []);
      for (const { id, title } of here) appendBlock(planContent(doc), 'goal', { goalId: id }, [title]);
    }
  });
  return doc;
}

/** A document's first update, as it stands in a row. */
type Written = {
  readonly bytes: Uint8Array;
  readonly hex: string;
  readonly sha256: string;
  readonly clients: readonly number[];
};

function writtenOf(doc: Y.Doc): Written {
  const bytes = Y.encodeStateAsUpdate(doc);
  const sha256 = hexOf(createHash('sha256').update(bytes).digest());
  const written = { bytes, hex: hexOf(bytes), sha256, clients: [...doc.store.clients.keys()] };
  doc.destroy();
  return written;
}

/** What begins alike in every household is written once: three quarters of all documents. */
const alike = new Map<string, Written>();

function writtenOnce(key: string, make: () => Y.Doc): Written {
  const known = alike.get(key) ?? writtenOf(make());
  alike.set(key, known);
  return known;
}

function addDocument(
  rows: Rows,
  of: { id: DocumentId; householdId: HouseholdId; kind: DocumentKind; conferenceId: ConferenceId | null },
  { bytes, hex, sha256, clients }: Written,
): Uint8Array {
  rows.add('document', {
    id: of.id,
    household_id: of.householdId,
    kind: of.kind,
    conference_id: of.conferenceId,
    epoch: 1,
    schema_version: schemaVersion,
    head_seq: 1,
    created_at: new Date().toISOString(),
  });
  rows.add('document_update', {
    document_id: of.id,
    seq: 1,
    author_id: null,
    bytes: hex,
    sha256,
    committed_at: new Date().toISOString(),
  });
  for (const clientId of clients) {
    rows.add('document_client', { document_id: of.id, client_id: clientId, person_id: null });
  }
  return bytes;
}
