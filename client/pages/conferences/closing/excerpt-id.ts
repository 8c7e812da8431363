/** Whether an address names an excerpt at all. */
import { z } from 'zod';

export const isId = (value: string | undefined): value is string => z.uuid().safeParse(value).success;
