/** One open document and its copy on the device, if one is kept: what the replica tells it, in the replica's words. */
import type * as Y from 'yjs';
import type { DocumentAccess } from '../../shared/documents/kinds.ts';
import type { PersonId } from '../../shared/ids.ts';
import { type Copy, type CopyFacts, type Kept, openCopy } from './copy.ts';
import { wipeCopy } from './copy-names.ts';
import type { OpenRequest } from './shared-document.ts';

export type CopyKeeper = {
  /** Reads the copy of this person into the empty document and keeps it from then on; undefined when there was none. */
  begin(person: PersonId): Promise<Kept | undefined>;
  /** Begins a copy of a document that is open and whole. `waiting`: changes not confirmed yet. */
  keepOpen(person: PersonId, waiting: () => readonly Uint8Array[]): Promise<void>;
  isOrigin(origin: unknown): boolean;
  isKeeping(): boolean;
  /** The copy once had everything the server had. */
  isWhole(): boolean;
  belongsTo(epoch: number): void;
  becameWhole(): void;
  allows(access: DocumentAccess): void;
  waits(update: Uint8Array): void;
  confirmed(changes: number): void;
  wipe(): void;
};

export function createCopyKeeper(request: OpenRequest, doc: Y.Doc): CopyKeeper {
  let copy: Copy | undefined;
  /** Grows when what is being opened is no longer wanted. */
  let wipes = 0;
  /** What to write beside it; without an epoch nothing is written, and a copy without it is never read. */
  let facts: Omit<CopyFacts, 'epoch'> & { readonly epoch: number | undefined } = {
    kind: request.kind,
    access: request.access,
    label: request.label ?? '',
    epoch: undefined,
    whole: false,
  };
  const write = (change: Partial<CopyFacts>) => {
    const next = { ...facts, ...change };
    const isNew = JSON.stringify(next) !== JSON.stringify(facts);
    facts = next;
    if (isNew && next.epoch !== undefined) copy?.remember({ ...next, epoch: next.epoch });
  };
  const keptNow = (): Copy | undefined => copy;
  const writeAll = () => {
    if (facts.epoch !== undefined) copy?.remember({ ...facts, epoch: facts.epoch });
  };
  return {
    async begin(person) {
      const before = wipes;
      const opened = await openCopy({ person, documentId: request.documentId }, doc);
      if (opened && wipes > before) await opened.copy.wipe();
      if (!opened || wipes > before) return undefined;
      copy = opened.copy;
      if (opened.kept) {
        facts = { ...facts, epoch: opened.kept.facts.epoch, whole: opened.kept.facts.whole };
        writeAll(); // access and name as they are now
      }
      return opened.kept;
    },
    async keepOpen(person, waiting) {
      if (copy) return;
      // Whatever another tab keeps may be of another epoch: it isn't merged into a text that is open.
      await wipeCopy({ person, documentId: request.documentId });
      await this.begin(person);
      writeAll();
      for (const update of waiting()) keptNow()?.waits(update);
    },
    isOrigin: (origin) => copy?.isOrigin(origin) ?? false,
    isKeeping: () => copy !== undefined,
    isWhole: () => copy !== undefined && facts.whole,
    belongsTo: (epoch) => write({ epoch }),
    becameWhole: () => write({ whole: true }),
    allows: (access) => write({ access }),
    waits: (update) => copy?.waits(update),
    confirmed: (changes) => copy?.confirmed(changes),
    wipe() {
      wipes += 1;
      const gone = copy;
      copy = undefined;
      void gone?.wipe();
    },
  };
}
