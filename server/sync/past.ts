/**
 * The past of a document, read from its log: when it was written in, what each row says, and the state after any row.
 * States are built in the thread of snapshots, never on the event loop, and a few are kept: whoever moves through a
 * document's past asks for neighbours, and rows never change.
 */
import type { Sql } from 'postgres';
import { assert } from '../../shared/assert.ts';
import type { Instant } from '../../shared/dates.ts';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { mostRowsOfSitting, mostRowsOfSpan } from '../../shared/records/versions.ts';
import { pack } from '../../shared/sync/packed-updates.ts';
import { emptyUpdate } from './merge.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

export { isStoredAs } from './postgres-commit.ts';

/** More of one answer would hold the event loop while it is decoded. */
const mostBytesOfSpan = 16 * 1024 * 1024;

/** So many minutes are told at once. */
const mostMinutes = 2_000;

export type Beginning = {
  readonly seq: number;
  readonly at: Instant;
  readonly why: 'window' | 'rebuilt' | 'created';
};

export type PastHead = { readonly epoch: number; readonly head: number; readonly begins: Beginning };

/** Undefined: there is no such document. */
export async function readPastHead(sql: Sql, documentId: DocumentId): Promise<PastHead | undefined> {
  const [row] = await sql<
    {
      epoch: number;
      head_seq: number;
      created_at: Instant;
      seq: number | null;
      at: Instant;
      why: Beginning['why'];
    }[]
  >`
    select document.epoch, document.head_seq, document.created_at, beginning.seq, beginning.at, beginning.why
    from document left join document_beginning beginning
      on beginning.document_id = document.id and beginning.epoch = document.epoch
    where document.id = ${documentId}`;
  if (row === undefined) return undefined;
  const { epoch, head_seq: head, seq, at, why, created_at } = row;
  return {
    epoch,
    head,
    begins: seq === null ? { seq: 0, at: created_at, why: 'created' } : { seq, at, why },
  };
}

/** Rows that follow each other within one minute of the clock. */
export type Minute = {
  readonly from: number;
  readonly to: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly by: readonly PersonId[];
  readonly bytes: number;
};

/** The newest minutes before a row, oldest first; fewer than `mostMinutes` when there are no older ones. */
export async function readMinutes(
  sql: Sql,
  documentId: DocumentId,
  { after, before }: { readonly after: number; readonly before: number },
): Promise<{ readonly minutes: readonly Minute[]; readonly older: boolean }> {
  // A minute that differs from the row before begins a group, also when a clock was once wrong.
  const rows = await sql<Minute[]>`
    select min(seq) as from, max(seq) as to, min(committed_at) as start, max(committed_at) as end,
      coalesce(array_agg(distinct author_id) filter (where author_id is not null), '{}') as by,
      sum(octet_length(bytes))::integer as bytes
    from (
      select seq, committed_at, author_id, bytes, count(*) filter (where begins) over (order by seq) as part
      from (
        select seq, committed_at, author_id, bytes, seq % ${mostRowsOfSitting} = 0
          or date_trunc('minute', committed_at) is distinct from
            lag(date_trunc('minute', committed_at)) over (order by seq) as begins
        from document_update
        where document_id = ${documentId} and seq > ${after} and seq < ${before}
      ) marked
    ) parted
    group by part order by part desc limit ${mostMinutes + 1}`;
  return { minutes: rows.slice(0, mostMinutes).reverse(), older: rows.length > mostMinutes };
}

export type Span =
  | { readonly kind: 'span'; readonly packed: Uint8Array }
  /** Another epoch, or rows that aren't there (yet, or any more). */
  | { readonly kind: 'rebuilt' | 'not-kept' | 'too-large' };

export type PastStates = {
  /** The state before `from`, then each row up to `to`, as packed-updates.ts has them. */
  span(documentId: DocumentId, epoch: number, from: number, to: number): Promise<Span>;
  /** The state after a row, as one update; null when it can't be told. */
  stateAt(documentId: DocumentId, epoch: number, seq: number): Promise<Uint8Array | null>;
};

const mostKept = 16;
const mostBytesKept = 8 * 1024 * 1024;

export function createPastStates(sql: Sql, build: SnapshotBuilder): PastStates {
  /** By document, epoch and seq; the oldest first. Simultaneous readers wait for the same one. */
  const kept = new Map<string, Promise<Uint8Array | null>>();
  const sizes = new Map<string, number>();

  function forgetOldest(): void {
    const sum = () => [...sizes.values()].reduce((all, size) => all + size, 0);
    for (const key of kept.keys()) {
      if (kept.size <= mostKept && sum() <= mostBytesKept) return;
      kept.delete(key);
      sizes.delete(key);
    }
  }

  function stateAt(documentId: DocumentId, epoch: number, seq: number): Promise<Uint8Array | null> {
    const key = `${documentId} ${epoch} ${seq}`;
    const known = kept.get(key);
    kept.delete(key);
    const state = known ?? buildAt(sql, build, documentId, epoch, seq);
    kept.set(key, state);
    if (known === undefined) {
      state
        .then((bytes) => {
          if (bytes === null) kept.delete(key);
          else if (kept.has(key)) sizes.set(key, bytes.length);
          forgetOldest();
        })
        .catch(() => kept.delete(key));
    }
    return state;
  }

  return {
    stateAt,
    async span(documentId, epoch, from, to) {
      if (to - from + 1 > mostRowsOfSpan) return { kind: 'too-large' };
      const rows = await readRows(sql, documentId, from, to);
      if (rows === undefined || rows.epoch !== epoch) return { kind: 'rebuilt' };
      if (rows.rows !== to - from + 1 || rows.head_seq < to) return { kind: 'not-kept' };
      if (rows.bytes > mostBytesOfSpan) return { kind: 'too-large' };
      assert(rows.is_genuine, `the bytes of document ${documentId} have the hashes they were stored with`);
      const state = await stateAt(documentId, epoch, from - 1);
      if (state === null) return { kind: 'not-kept' };
      return { kind: 'span', packed: Buffer.concat([pack([state]), rows.packed]) };
    },
  };
}

type Rows = {
  readonly epoch: number;
  readonly head_seq: number;
  readonly rows: number;
  readonly bytes: number;
  readonly is_genuine: boolean;
  readonly packed: Uint8Array;
};

async function readRows(
  sql: Sql,
  documentId: DocumentId,
  from: number,
  to: number,
): Promise<Rows | undefined> {
  const [rows] = await sql<Rows[]>`
    select document.epoch, document.head_seq, span.rows, span.bytes, coalesce(span.is_genuine, true) as is_genuine,
      case when span.bytes > ${mostBytesOfSpan} then ''::bytea else coalesce(span.packed, ''::bytea) end as packed
    from document cross join lateral (
      select count(*)::integer as rows, coalesce(sum(octet_length(bytes)), 0)::integer as bytes,
        bool_and(sha256(bytes) = sha256) as is_genuine,
        string_agg(int4send(length(bytes)) || bytes, ''::bytea order by seq) as packed
      from document_update where document_id = document.id and seq between ${from} and ${to}
    ) span
    where document.id = ${documentId}`;
  return rows;
}

/** From the newest stored state that isn't later, and the rows after it. */
async function buildAt(
  sql: Sql,
  build: SnapshotBuilder,
  documentId: DocumentId,
  epoch: number,
  seq: number,
): Promise<Uint8Array | null> {
  const found = await readUpTo(sql, documentId, seq);
  if (found === undefined || found.epoch !== epoch || found.head_seq < seq) return null;
  if (found.rows !== seq - found.start_seq) return null;
  assert(found.is_genuine, `the bytes of document ${documentId} have the hashes they were stored with`);
  if (found.packed.length === 0) return emptyUpdate;
  return build(found.packed);
}

export type UpTo = {
  readonly epoch: number;
  readonly head_seq: number;
  /** The seq of the stored state it begins with; 0: with nothing. */
  readonly start_seq: number;
  /** The rows after it. */
  readonly rows: number;
  readonly is_genuine: boolean;
  /** State and rows, as packed-updates.ts has them. */
  readonly packed: Uint8Array;
};

/** Everything up to a row, from the newest stored state that isn't later. */
export async function readUpTo(sql: Sql, documentId: DocumentId, seq: number): Promise<UpTo | undefined> {
  const [found] = await sql<UpTo[]>`
    with start as materialized (
      select stored.seq, stored.bytes, sha256(stored.bytes) = stored.sha256 as is_genuine
      from (
        select seq, bytes, sha256 from document_beginning where document_id = ${documentId}
        union all
        select seq, bytes, sha256 from document_snapshot where document_id = ${documentId}
      ) stored
      where stored.seq <= ${seq} order by stored.seq desc limit 1
    )
    select document.epoch, document.head_seq, coalesce(start.seq, 0) as start_seq, tail.rows,
      coalesce(tail.is_genuine, true) and coalesce(start.is_genuine, true) as is_genuine,
      coalesce(int4send(length(start.bytes)) || start.bytes, ''::bytea) || coalesce(tail.packed, ''::bytea) as packed
    from document left join start on true cross join lateral (
      select count(*)::integer as rows, bool_and(sha256(bytes) = sha256) as is_genuine,
        string_agg(int4send(length(bytes)) || bytes, ''::bytea order by document_update.seq) as packed
      from document_update
      where document_id = document.id and document_update.seq > coalesce(start.seq, 0)
        and document_update.seq <= ${seq}
    ) tail
    where document.id = ${documentId}`;
  return found;
}
