/** How one kind of event of the activity log is declared. Each domain declares its own; activity.ts joins them. */
import { z } from 'zod';
/** `kind` is `<domain>.<what happened>`: its first half says who hears of it and which screens it makes stale. */
export const event = (kind, data) => z.strictObject({ kind: z.literal(kind), ...data });
