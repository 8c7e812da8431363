/**
 * Takes letters that are due and sends them, on every node at once: a row is taken by one (FOR UPDATE SKIP LOCKED), and
 * for longer than sending lasts, so a second node gets it only after the first has died. What the server refuses for now
 * is tried again after growing pauses, and given up after five days with the reason kept.
 */
import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { instantOf } from '../../shared/dates.ts';
import type { World } from '../command.ts';
import { inTransaction } from '../db/connect.ts';
import { type Mail, type Mailer, MailRefused } from '../mail/mailer.ts';
import { renderLetter } from '../mail/render.ts';
import type { Template } from '../mail/template.ts';
import { templates } from '../mail/templates.ts';
import { mailboxOf } from '../records/people/queries.ts';
import { letter } from './table.ts';

type LetterRow = typeof letter.$inferSelect;

export type PostmanOptions = {
  readonly world: World;
  /** Null: nothing is ever sent from here, and nothing is kept to be sent later. */
  readonly mailer: Mailer | null;
  /** Where our pages are; its host also names our messages. */
  readonly origin: string;
  /** Keeps what isn't sent to be read in the app: only in a demo. */
  readonly keepUnsent: boolean;
  /** Begins no further letter once it aborts. */
  readonly signal?: AbortSignal;
  /** Told what went wrong, without content. */
  readonly onRefused: (refused: { letterId: string; code: string; givenUp: boolean }) => void;
};

const minute = 60_000;
/** After the first try, the second, …; then the last, until it is given up. */
const pauses = [1, 5, 15, 60, 240, 720, 1440].map((minutes) => minutes * minute);
const patience = 5 * 1440 * minute;
/** Longer than the mailer waits for anything. */
const takenForMs = 10 * minute;

/** Sends what is due now, one letter after the other; answers how many were settled, one way or the other. */
export async function deliverDue(options: PostmanOptions): Promise<number> {
  const { mailer, signal } = options;
  if (mailer === null) return settleUnsent(options);
  let settled = 0;
  while (!signal?.aborted) {
    const row = await takeOne(options.world);
    if (row === null) break;
    if (await deliver(options, mailer, row)) settled++;
  }
  return settled;
}

/** The oldest letter due, now this node's until `takenUntil`. It counts as tried at once: one that kills us waits too. */
function takeOne(world: World): Promise<LetterRow | null> {
  const now = world.now();
  return inTransaction(world.db, async (tx) => {
    const [due] = await tx
      .select({ id: letter.id })
      .from(letter)
      .where(
        and(
          eq(letter.state, 'waiting'),
          lte(letter.dueAt, instantOf(now)),
          or(isNull(letter.takenUntil), lt(letter.takenUntil, instantOf(now))),
        ),
      )
      .orderBy(asc(letter.dueAt), asc(letter.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (due === undefined) return null;
    const [row] = await tx
      .update(letter)
      .set({ takenUntil: instantOf(new Date(now.getTime() + takenForMs)), tries: sql`${letter.tries} + 1` })
      .where(eq(letter.id, due.id))
      .returning();
    return row ?? null;
  });
}

async function deliver(options: PostmanOptions, mailer: Mailer, row: LetterRow): Promise<boolean> {
  const { world, onRefused } = options;
  const mail = await mailOf(options, row);
  if (mail === null) return settle(world, row, 'given_up', 'no open account');
  try {
    await mailer.send(mail);
  } catch (error) {
    const refused = error instanceof MailRefused ? error : new MailRefused('failed', false);
    const next = new Date(world.now().getTime() + (pauses[row.tries - 1] ?? 1440 * minute));
    const givenUp = refused.final || next.getTime() > Date.parse(row.postedAt) + patience;
    onRefused({ letterId: row.id, code: refused.code, givenUp });
    if (givenUp) return settle(world, row, 'given_up', refused.code);
    await world.db.orm
      .update(letter)
      .set({ takenUntil: null, dueAt: instantOf(next), reason: refused.code })
      .where(eq(letter.id, row.id));
    return false;
  }
  return settle(world, row, 'sent', null);
}

/** The mail as it goes now; null when the account it is for was closed meanwhile. */
export async function mailOf(
  { world, origin }: Pick<PostmanOptions, 'world' | 'origin'>,
  row: LetterRow,
): Promise<Mail | null> {
  const box =
    row.address !== null && row.language !== null
      ? { name: '', address: row.address, language: row.language }
      : row.personId && (await mailboxOf(world.db.orm, row.personId));
  if (!box) return null;
  const template: Template = templates[row.template];
  const data = template.data.parse(row.data);
  const stop = template.unsubscribe?.(data);
  return {
    ...renderLetter(template.words[box.language](data), box.language, origin),
    to: { name: box.name, address: box.address },
    messageId: `${row.id}@${new URL(origin).hostname}`,
    attachments: row.attachments,
    ...(stop !== undefined && { unsubscribe: `${origin}${stop}` }),
  };
}

/** What it said is forgotten: a link in it may open something, and nobody needs it again. */
async function settle(
  world: World,
  row: LetterRow,
  state: 'sent' | 'given_up',
  reason: string | null,
): Promise<true> {
  await world.db.orm
    .update(letter)
    .set({ state, reason, settledAt: instantOf(world.now()), takenUntil: null, data: {}, attachments: [] })
    .where(eq(letter.id, row.id));
  return true;
}

/** Without a mail server nothing waits for one: an invitation sent when somebody configures it next year would mislead. */
async function settleUnsent({ world, keepUnsent }: PostmanOptions): Promise<number> {
  const due = eq(letter.state, 'waiting');
  const settledAt = instantOf(world.now());
  const rows = keepUnsent
    ? await world.db.orm
        .update(letter)
        .set({ state: 'not_sent', settledAt, reason: 'no mail server' })
        .where(due)
        .returning({ id: letter.id })
    : await world.db.orm.delete(letter).where(due).returning({ id: letter.id });
  return rows.length;
}

/** Of what happened before anybody was let in nobody is written to: after a network was loaded. */
export async function withdrawLetters(world: World): Promise<void> {
  await world.db.orm.delete(letter);
}

const keptDays = 30;

/** Forgets letters posted more than thirty days ago. Answers how many. */
export async function forgetLetters(world: World): Promise<number> {
  const before = instantOf(new Date(world.now().getTime() - keptDays * 1440 * minute));
  const gone = await world.db.orm
    .delete(letter)
    .where(lt(letter.postedAt, before))
    .returning({ id: letter.id });
  return gone.length;
}
