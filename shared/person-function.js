/** The functions an account can have. */
import { z } from 'zod';
/** What an account does. The regia is not a function: it is held per household (`lead`). */
export const PersonFunction = z.enum([
    'tutor',
    'mediator',
    'social',
    'health',
    'education',
    'protection',
    'partner',
    'volunteer',
    'family',
    'desk',
    'call_centre',
    'coordinator',
    'auditor',
    'admin',
]);
