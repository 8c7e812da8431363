/** The states of a household: a leaf, because its history and the household itself both name them. */
import { z } from 'zod';
export const HouseholdStatus = z.enum(['reported', 'screening', 'enrolled', 'suspended', 'closed']);
