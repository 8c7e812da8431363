/** Receipts: small files kept in Postgres, taken for what their first bytes say they are and given back only to save. */
import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { FileId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { largestFileBytes, type ReceiptFile } from '../../../shared/records/grants.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { FileAnswer } from '../../route.ts';
import { authorise } from '../households/authority.ts';
import { storedFile } from './table.ts';

/** Stores a receipt. The same id again answers the same file. */
export async function storeReceipt(
  { tx, actor, now }: CommandContext,
  { householdId, id, name, base64 }: { householdId: HouseholdId; id: FileId; name: string; base64: string },
): Promise<Outcome<ReceiptFile>> {
  const allowed = await authorise(tx, actor, householdId, 'grant.request');
  if (!allowed.ok) return allowed;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > largestFileBytes) return refuse('too-large');
  const type = typeOf(bytes);
  if (type === null) return refuseField('base64', 'file-type', 'A receipt is a PDF, a JPEG or a PNG.');
  const file = { id, name: plainName(name), type, size: bytes.length };
  const made = await tx
    .insert(storedFile)
    .values({
      ...file,
      householdId,
      sha256: createHash('sha256').update(bytes).digest(),
      bytes,
      storedBy: actor.personId,
      storedAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning({ id: storedFile.id });
  if (made.length > 0) return ok(file);
  const [earlier] = await tx
    .select({ id: storedFile.id, name: storedFile.name, type: storedFile.type, size: storedFile.size })
    .from(storedFile)
    .where(and(eq(storedFile.id, id), eq(storedFile.householdId, householdId)));
  return earlier ? ok(earlier) : refuse('not-available');
}

/** A receipt's bytes, for whoever sees the ledger. */
export async function readReceipt(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  fileId: FileId,
): Promise<Outcome<FileAnswer>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const [row] = await reader
    .select({ name: storedFile.name, type: storedFile.type, bytes: storedFile.bytes })
    .from(storedFile)
    .where(and(eq(storedFile.id, fileId), eq(storedFile.householdId, householdId)));
  return row ? ok(new FileAnswer(row.name, row.type, row.bytes)) : refuse('not-available');
}

/** Whether this is a receipt of the household. */
export async function isFileOf(reader: Reader, householdId: HouseholdId, fileId: FileId): Promise<boolean> {
  const rows = await reader
    .select({ id: storedFile.id })
    .from(storedFile)
    .where(and(eq(storedFile.id, fileId), eq(storedFile.householdId, householdId)));
  return rows.length > 0;
}

/** What each format begins with. */
const beginnings: readonly (readonly [ReceiptFile['type'], readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

/** Never believes a name or a declared type. */
const typeOf = (bytes: Uint8Array): ReceiptFile['type'] | null =>
  beginnings.find(([, first]) => first.every((byte, index) => bytes[index] === byte))?.[0] ?? null;

/** Words only: no folders, no control characters, nothing that turns the direction of what follows. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  return plain === '' ? 'ricevuta' : plain;
}
