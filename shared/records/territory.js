/** What the domains of the territory share: who reads them, a place on the sketch of the city, and no case in any text. */
import { z } from 'zod';
import { BodyId } from '../ids.ts';
import { PersonFunction } from '../person-function.ts';
const without = (...left) => PersonFunction.options.filter((each) => !left.includes(each));
/** Everybody who works in the network: not families, nor volunteers, who know their own tasks and where they help. */
export const workers = without('family', 'volunteer');
/** Spaces and initiatives: volunteers help in them. */
export const workersAndVolunteers = without('family');
/** May write for the body they work in; the coordination writes for all. `mayWriteFor` decides which. */
export const bodyWriters = without('family', 'volunteer', 'auditor', 'admin');
/** A point on the sketch of the city: 0–1000 from its top left, east and south. */
export const SketchPoint = z.strictObject({
    x: z.int().min(0).max(1000),
    y: z.int().min(0).max(1000),
});
/** For which bodies the reader may write: all, or these. */
export const WritesFor = z.union([z.literal('all'), z.array(BodyId)]);
const caseMarks = [
    // A household's code.
    /\bTRM[\s-]?\d{1,9}\b/i,
    // An Italian tax code: six letters, then the birth date and place (DM 23 December 1976).
    /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/i,
    // “la famiglia Rossi”, “il nucleo Rossi”, “la signora Rossi”.
    /\b(?:[Ff]amiglia|[Nn]ucleo|[Ss]ignora|[Ss]ig\.ra|[Ff]amille|[Ff]amily|[Mm]adame|[Mm]rs\.?)\s+(?:d[ei]\s+)?\p{Lu}[\p{L}’'-]+/u,
];
/**
 * What in a text looks like a family: its code, a tax code, “la famiglia …”. It is judged by its form and never looked up,
 * because an answer that knew which names are families’ would tell them to whoever tries names.
 */
export function caseDataIn(text) {
    for (const mark of caseMarks) {
        const found = mark.exec(text);
        if (found !== null)
            return found[0];
    }
    return null;
}
