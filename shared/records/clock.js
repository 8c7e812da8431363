/** The thousand-day clock (A2): from conception to the second birthday, and the rules that give its ends. */
import { z } from 'zod';
import { addDays, addYears, Day } from '../dates.ts';
/** Days from the last menstrual period to conception (Naegele’s rule counts from the period). */
export const daysToConception = 14;
/** Days from the last menstrual period to the due date (Naegele’s rule). */
export const daysToDueDate = 280;
/** What is known of the current pregnancy or the youngest child. At least one of the three dates is there. */
export const ClockDates = z.object({ lmp: Day.nullable(), dueDate: Day.nullable(), birth: Day.nullable() });
/** The axis of the band. `birth` is null until there is one; `ended` when the pregnancy ended without one. */
export const Clock = z.object({ conception: Day, dueDate: Day, birth: Day.nullable(), end: Day });
/**
 * The clock these dates give, or null when there is none of them. A birth replaces the due date at the end of the
 * axis; conception stays where the pregnancy put it, or is counted back from the birth as from a due date.
 */
export function clockOf({ lmp, dueDate, birth }) {
    const reference = lmp ? addDays(lmp, daysToDueDate) : (dueDate ?? birth);
    if (!reference)
        return null;
    const due = dueDate ?? reference;
    const conception = lmp ? addDays(lmp, daysToConception) : addDays(due, daysToConception - daysToDueDate);
    return { conception, dueDate: due, birth, end: addYears(birth ?? due, 2) };
}
