/** Shapes that several endpoints share. */
import { z } from 'zod';
/** No parameters, no query or no body: anything sent is an unknown key. */
export const nothing = z.strictObject({});
/** The answer of a command that has nothing to tell but that it happened. */
export const Empty = z.object({});
/** Why something was decided. Short reasons are the ones people read. */
export const Reason = z.string().trim().min(3).max(1000);
/** A page of a long list: give `next` back as `after` for the following one. */
export const paged = (item) => z.object({ items: z.array(item), next: z.string().nullable() });
export const PageQuery = {
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
};
