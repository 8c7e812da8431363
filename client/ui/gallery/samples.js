/** Invented people and days for the gallery. */
import { addDays, Day } from '../../../shared/dates.ts';
import { caretColoursFor } from '../caret-colour.ts';
export const today = Day.parse('2026-11-19');
export const conception = Day.parse('2025-09-17');
export const birth = Day.parse('2026-06-10');
export const end = Day.parse('2028-06-10');
const day = (offset) => addDays(birth, offset);
const mark = (offset, kind, label, state = 'done') => ({
    id: `${kind}${offset}`,
    at: day(offset),
    kind,
    label,
    state,
    href: '#mark',
});
export const marks = [
    mark(-110, 'visit', 'Seconda visita'),
    mark(-97, 'referral', 'Invio al consultorio'),
    mark(-82, 'conference', 'Prima conferenza'),
    mark(-62, 'visit', 'Terza visita'),
    mark(-34, 'visit', 'Quarta visita'),
    mark(-19, 'referral', 'Spazio ascolto in arabo'),
    mark(12, 'visit', 'Primo controllo'),
    mark(36, 'conference', 'Conferenza dopo la nascita'),
    mark(71, 'visit', 'Secondo controllo'),
    mark(92, 'referral', 'Sportello casa'),
    mark(118, 'visit', 'Terzo controllo'),
    mark(135, 'task', 'Lettera di chi ospita', 'late'),
    mark(147, 'visit', 'Visita a casa'),
    mark(170, 'task', 'Domanda di emergenza abitativa', 'future'),
    mark(183, 'conference', 'Verifica del piano', 'future'),
    mark(235, 'task', 'Bando nidi', 'future'),
    mark(274, 'conference', 'Conferenza di primavera', 'future'),
    mark(365, 'visit', 'Controllo del primo anno', 'future'),
];
const span = (from, to, label, future) => ({
    from: day(from),
    to: day(to),
    label,
    future,
});
export const windows = [
    span(-120, -21, 'Percorso nascita', false),
    span(61, 147, 'Esavalente', false),
    span(169, 235, 'Stanza', true),
    span(243, 303, 'Bando nidi', true),
    span(365, 426, 'Morbillo', true),
];
export const crowded = [
    ...windows,
    span(20, 120, 'Bonus nuovi nati', false),
    span(200, 320, 'STP', true),
];
const person = (id, name, about, bodyName) => ({
    id,
    name,
    function: about,
    bodyName,
});
const team = [
    person('019a-1', 'Irene Valmarina', 'ostetrica', 'Consultorio dei Gelsi'),
    person('019a-2', 'Elena Fontechiara', 'assistente sociale', 'Distretto 2'),
    person('019a-3', 'Tommaso Orlandini', 'educatore', 'Scuola Il Melograno'),
    person('019a-4', 'أمل الزيتونة', 'famiglia', ''),
    person('019a-5', 'Marta Quercetti', 'tutor', 'Casa dei Tigli'),
    person('019a-6', 'Hanan Darsafi', 'mediatrice', 'Ponti e Parole'),
    person('019a-7', 'Nives Altamura', 'tutor', 'Casa dei Tigli'),
];
const colours = caretColoursFor(team.map((each) => each.id));
export const people = team.map((each) => ({ ...each, colour: colours.get(each.id) }));
