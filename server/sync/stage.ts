/**
 * Staging: what sessions sent since the last batch goes through the gate and into the room's document, in the order it
 * came. Nothing is told to anybody here except who is refused.
 */

import { assert } from '../../shared/assert.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { PersonId } from '../../shared/ids.ts';
import { CloseCode, Limits } from '../../shared/sync/protocol.ts';
import type { Entry, Staged } from './batch.ts';
import { type Frame, step1Frame, step2Frame } from './frame.ts';
import { examine, isEmpty, type Verdict } from './gate/gate.ts';
import type { Session } from './session.ts';
import { isEmptyStateVector, type StagedDocument } from './staged-document.ts';

/** So often in a row a page may send what hangs on something it doesn't send. */
const mostResyncs = 3;

/** A session whose updates had a gap: it is asked for everything it has, and its frames count when that came. */
export type Resyncing = { frames: number; asked: number };

export type StageWorld = {
  readonly kind: DocumentKind;
  readonly document: StagedDocument;
  readonly resyncing: Map<Session, Resyncing>;
};

type UpdateEntry = Exclude<Entry, { kind: 'step1' }>;

/** Undefined when Yjs broke on an update in spite of the gate: its session is closed, the document must be loaded again. */
export function stageEntries(world: StageWorld, entries: readonly Entry[]): Staged | undefined {
  const stage = createStage(world);
  const updates = entries.filter((entry) => entry.kind !== 'step1');
  const weighty = updates.filter((entry) => !isEmpty(entry.update));
  if (weighty.length > 0) {
    let current: UpdateEntry | undefined;
    try {
      world.document.transact(() => {
        for (const entry of weighty) {
          current = entry;
          stage.update(entry);
        }
      });
    } catch {
      current?.session.close(CloseCode.unsound, 'undecodable');
      return undefined;
    }
  }
  for (const entry of updates) if (isEmpty(entry.update)) stage.covered(entry);
  for (const [session, stateVector] of newestQuestions(entries)) stage.answer(session, stateVector);
  return { ...stage.result, entries };
}

/** A replica only grows: who asks several times at once gets what the last one asks for, and never several copies of a document. */
function newestQuestions(entries: readonly Entry[]): Map<Session, Uint8Array> {
  const questions = new Map<Session, Uint8Array>();
  for (const entry of entries) if (entry.kind === 'step1') questions.set(entry.session, entry.stateVector);
  return questions;
}

function createStage({ kind, document, resyncing }: StageWorld) {
  const updates: { session: Session; bytes: Uint8Array }[] = [];
  const claims: { clientId: number; personId: PersonId }[] = [];
  const acks = new Map<Session, number>();
  const answers = new Map<Session, Frame[]>();
  const caughtUp = new Set<Session>();

  function tell(session: Session, frame: Frame): void {
    answers.set(session, [...(answers.get(session) ?? []), frame]);
  }

  /** The frame says nothing that this commit doesn't cover. */
  function covered({ kind: frameKind, session }: UpdateEntry): void {
    const owed = resyncing.get(session);
    if (owed !== undefined && frameKind === 'update') owed.frames++;
    else {
      resyncing.delete(session);
      acks.set(session, (acks.get(session) ?? 0) + 1 + (owed?.frames ?? 0));
    }
  }

  function resync({ kind: frameKind, session }: UpdateEntry): void {
    const owed = resyncing.get(session) ?? { frames: 0, asked: 0 };
    resyncing.set(session, owed);
    owed.frames++;
    if (owed.asked > 0 && frameKind === 'update') return; // already asked
    owed.asked++;
    if (owed.asked > mostResyncs) session.close(CloseCode.unsound, 'gap');
    else tell(session, step1Frame(document.stateVector()));
  }

  function accept(entry: UpdateEntry, verdict: Extract<Verdict, { kind: 'sound' }>): void {
    const personId = entry.session.writer();
    assert(personId, 'whoever’s update is accepted may write');
    document.apply(verdict.update);
    for (const clientId of verdict.claims) {
      document.owners.set(clientId, personId);
      claims.push({ clientId, personId });
    }
    updates.push({ session: entry.session, bytes: verdict.update });
    covered(entry);
  }

  return {
    result: { updates, claims, acks, answers, caughtUp },
    covered,

    update(entry: UpdateEntry): void {
      const { session } = entry;
      if (session.wasRefused()) return;
      const verdict = examine(entry.update, {
        doc: document.doc(),
        kind,
        ownerOf: (clientId) => document.owners.get(clientId),
        writer: session.knockerId(),
        mostBytes: entry.kind === 'step2' ? Limits.frameBytes : Limits.updateBytes,
      });
      if (verdict.kind === 'nothing-new') covered(entry);
      else if (verdict.kind === 'unsound' && verdict.reason === 'old-epoch')
        session.close(CloseCode.oldEpoch, 'old-epoch');
      else if (!session.mayWrite()) session.close(CloseCode.notAvailable, 'read-only');
      else if (verdict.kind === 'gap') resync(entry);
      else if (verdict.kind === 'unsound') session.close(CloseCode.unsound, verdict.reason);
      else accept(entry, verdict);
    },

    answer(session: Session, stateVector: Uint8Array): void {
      if (session.isClosed()) return;
      let frames: readonly Frame[];
      try {
        // Rows as they came hold what was written and taken out again: a guest gets what stands there.
        frames = session.isGuest()
          ? [step2Frame(document.missingFrom(stateVector))]
          : document.answerTo(stateVector);
      } catch {
        session.close(CloseCode.badFrame, 'not-the-protocol'); // Yjs can't read its state vector
        return;
      }
      for (const frame of frames) tell(session, frame);
      caughtUp.add(session);
      // Whoever has nothing or may give nothing isn't asked for it.
      if (session.mayWrite() && !isEmptyStateVector(stateVector)) {
        tell(session, step1Frame(document.stateVector()));
      }
    },
  };
}
