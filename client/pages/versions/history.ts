/** What the history of a text shows: which moment, compared with which, and what differs. */
import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import * as Y from 'yjs';
import { contentRoot } from '../../../shared/documents/rich-text.ts';
import type { VersionId } from '../../../shared/ids.ts';
import { type Sitting, type Version, versionEndpoints } from '../../../shared/records/versions.ts';
import { type Answer, call, callBytes, type Refused } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { compareTexts, createSharedLines, type LineChange } from '../../editor/history/compare.ts';
import { type Line, linesOf } from '../../editor/history/lines.ts';
import { createPastStates, type PastStates } from './past-states.ts';

/** A moment one can look at. `now` is the live document. */
export type Moment =
  | { readonly kind: 'now' }
  /** After a row. */
  | { readonly kind: 'row'; readonly seq: number }
  | { readonly kind: 'version'; readonly id: VersionId };

/** What the shown moment is compared with. */
export type Against = { readonly kind: 'before' } | Moment;

/** After a step, before anything is read ahead: the paint goes first. */
const calmMs = 30;

/** Lines of so many moments are kept. */
const mostKept = 200;

export type History = ReturnType<typeof createHistory>;

export function createHistory(shared: SharedDocument) {
  const { documentId } = shared;
  const input = { params: { documentId } };
  const read = createRead(versionEndpoints.past, () => ({ key: [...keys.pasts, documentId], input }));
  const [older, setOlder] = createSignal<readonly Sitting[]>([]);
  const [moreIsKept, setMoreIsKept] = createSignal<boolean>();
  const [refusal, setRefusal] = createSignal<Refused>();
  const [moment, setMoment] = createSignal<Moment>();
  const [against, setAgainst] = createSignal<Against>({ kind: 'before' });

  const sittings = createMemo((): readonly Sitting[] => [...older(), ...(read.value()?.sittings ?? [])]);
  const versions = () => read.value()?.versions ?? [];
  const begins = () => read.value()?.begins;
  let states: { readonly epoch: number; readonly of: PastStates } | undefined;
  const statesOf = (epoch: number): PastStates => {
    if (states?.epoch !== epoch) states = { epoch, of: createPastStates(documentId, epoch, sittings) };
    return states.of;
  };

  /** The shown one: until somebody chose another, the newest sitting. */
  const shown = createMemo((): Moment => {
    const last = sittings().at(-1);
    return moment() ?? (last ? { kind: 'row', seq: last.to } : { kind: 'now' });
  });
  /** The sitting the shown moment ends or stands in. */
  const sitting = createMemo((): Sitting | undefined => {
    const seq = seqOf(shown(), versions());
    return seq === undefined ? undefined : sittings().find(({ from, to }) => seq >= from && seq <= to);
  });
  const other = createMemo((): Moment | undefined => {
    const asked = against();
    if (asked.kind !== 'before') return asked;
    const found = sitting();
    if (found) return { kind: 'row', seq: found.from - 1 };
    return undefined;
  });

  const kept = new Map<string, Line[]>();
  const shareLines = createSharedLines();
  const linesIn = (doc: Y.Doc): Line[] => shareLines(linesOf(doc.getXmlFragment(contentRoot)));
  async function linesAt(wanted: Moment): Promise<Answer<Line[]>> {
    if (wanted.kind === 'now') return { ok: true, value: linesIn(shared.doc) };
    const name = wanted.kind === 'row' ? `row ${wanted.seq}` : wanted.id;
    const known = kept.get(name);
    if (known) return { ok: true, value: known };
    const answer = await withDoc(wanted, linesIn);
    if (answer.ok) kept.set(name, answer.value);
    for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest);
    return answer;
  }

  /** Lends the document of a past moment. */
  async function withDoc<T>(wanted: Moment, use: (doc: Y.Doc) => T): Promise<Answer<T>> {
    const epoch = read.value()?.epoch ?? 0;
    if (wanted.kind === 'now') return { ok: true, value: use(shared.doc) };
    const seq = seqOf(wanted, versions());
    if (seq !== undefined && seq >= (begins()?.seq ?? 0)) return statesOf(epoch).at(seq, use);
    if (wanted.kind === 'row') return { ok: false, code: 'not-available', fields: [] };
    const answer = await callBytes(versionEndpoints.state, { params: { documentId, versionId: wanted.id } });
    if (!answer.ok) return answer;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, answer.value);
    return { ok: true, value: use(doc) };
  }

  const [live, setLive] = createSignal(0);
  const [changes, setChanges] = createSignal<readonly LineChange[]>();
  /** How often what somebody chose has come: not when a colleague's words change what is shown. */
  const [turned, setTurned] = createSignal(0);
  let isChosenAnew = true;
  let asked = 0;
  const compare = async () => {
    const [one, two] = [other(), shown()];
    const mine = ++asked;
    const backwards = one?.kind === 'now';
    const answers = await Promise.all([one ? linesAt(one) : undefined, linesAt(two)]);
    if (mine !== asked) return;
    const [before, after] = answers;
    const failed = [before, after].find((answer) => answer && !answer.ok);
    setRefusal(failed && !failed.ok ? failed : undefined);
    if (!after?.ok || (before && !before.ok)) return;
    const then = before?.value ?? after.value;
    setChanges(backwards ? compareTexts(after.value, then) : compareTexts(then, after.value));
    if (isChosenAnew) setTurned((times) => times + 1);
    isChosenAnew = false;
    readAhead(two);
  };
  /** Whoever looks back looks further back: the sitting before is ready when the slider comes there. */
  let ahead: ReturnType<typeof setTimeout> | undefined;
  const readAhead = (from: Moment) => {
    clearTimeout(ahead);
    const place = from.kind === 'row' ? sittings().findIndex(({ to }) => to === from.seq) : -1;
    const before = sittings()[place - 1];
    if (before) ahead = setTimeout(() => void linesAt({ kind: 'row', seq: before.from - 1 }), calmMs);
  };
  onCleanup(() => clearTimeout(ahead));
  createEffect(
    on([shown, other, live, () => read.value()?.epoch], () => {
      if (read.value()) void compare();
    }),
  );
  createEffect(() => {
    if (shown().kind !== 'now' && other()?.kind !== 'now') return;
    // A colleague's keystrokes in one go.
    let soon: ReturnType<typeof setTimeout> | undefined;
    const onUpdate = () => {
      soon ??= setTimeout(() => {
        soon = undefined;
        setLive((count) => count + 1);
      }, 300);
    };
    shared.doc.on('update', onUpdate);
    onCleanup(() => {
      clearTimeout(soon);
      shared.doc.off('update', onUpdate);
    });
  });

  async function readOlder(): Promise<void> {
    const first = sittings()[0];
    if (!first) return;
    const answer = await call(versionEndpoints.past, { ...input, query: { before: first.from } });
    if (!answer.ok) return void setRefusal(answer);
    setOlder((newer) => [...answer.value.sittings, ...newer]);
    setMoreIsKept(answer.value.older);
  }

  return {
    documentId,
    shared,
    read,
    sittings,
    versions,
    begins,
    people: () => read.value()?.people ?? [],
    older: () => moreIsKept() ?? read.value()?.older ?? false,
    readOlder,
    shown,
    show(wanted: Moment) {
      isChosenAnew = true;
      setMoment(wanted);
    },
    sitting,
    against,
    compareWith(wanted: Against) {
      isChosenAnew = true;
      setAgainst(wanted);
    },
    other,
    changes,
    turned,
    refusal,
    retry: () => void compare(),
    withDoc,
    linesAt,
  };
}

/** The row a moment comes after; undefined for the live document. */
export function seqOf(moment: Moment, versions: readonly Version[]): number | undefined {
  if (moment.kind === 'row') return moment.seq;
  return moment.kind === 'version' ? versions.find(({ id }) => id === moment.id)?.seq : undefined;
}
