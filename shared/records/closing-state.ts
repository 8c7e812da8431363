/** What a conference tells of its closing, and what freezing takes: apart, because every list of conferences needs it. */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { Reason } from './shapes.ts';

/** How the closing of minutes stands, for the lists: who is still to sign is `of` less `signed`. */
export const ClosingState = z.object({
  readUntil: Day.nullable(),
  signatures: z.object({ signed: z.int(), refused: z.int(), of: z.int() }).nullable(),
});
export type ClosingState = z.infer<typeof ClosingState>;

/** What freezing takes: what was seen open, and why it is frozen below the quorum. */
export const FreezeBody = z.strictObject({ openKey: z.string().max(64), withoutQuorum: Reason.nullable() });
export type FreezeBody = z.infer<typeof FreezeBody>;
