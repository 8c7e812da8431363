/** The seven rights of the plan: four of the children, three of the household (B7). */
import { z } from 'zod';

export const Right = z.enum(['health', 'education', 'protection', 'parenthood', 'home', 'work', 'identity']);
export type Right = z.infer<typeof Right>;

export const rightsOfChildren: readonly Right[] = ['health', 'education', 'protection', 'parenthood'];
export const rightsOfHousehold: readonly Right[] = ['home', 'work', 'identity'];
