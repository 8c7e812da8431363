/** The seven rights of the plan: four of the children, three of the household (B7). */
import { z } from 'zod';
export const Right = z.enum(['health', 'education', 'protection', 'parenthood', 'home', 'work', 'identity']);
export const rightsOfChildren = ['health', 'education', 'protection', 'parenthood'];
export const rightsOfHousehold = ['home', 'work', 'identity'];
