import { createMemo } from 'solid-js';
import { dayOf } from '../../shared/dates.ts';
import { createNow } from '../ui/dates.tsx';
/** The calendar day it is in Rome; turns over at midnight on a page that stays open. */
export function createToday() {
    const now = createNow();
    return createMemo(() => dayOf(now()));
}
