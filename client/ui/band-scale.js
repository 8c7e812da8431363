/**
 * From days to places on a band: per cent of the span, ticks, who stands in which lane, which labels fit. No DOM here,
 * so that the arithmetic can be tested by itself.
 *
 * The thousand days run from conception to the second birthday: 266 days to a birth at term, then 730 or 731.
 * Weeks of pregnancy are counted as clinics do, from the last period, 14 days before conception.
 */
import { addDays, addMonths, addYears, daysBetween } from '../../shared/dates.ts';
/** Days from conception to a birth at term: 280 from the last period, less 14. */
export const termDays = 266;
const lmpLeadDays = 14;
/** Where a day stands on the span, in per cent; outside days stand at the nearer end. */
export function percentOf(span, day) {
    const whole = daysBetween(span.from, span.to);
    if (whole <= 0)
        return 0;
    return Math.min(100, Math.max(0, (daysBetween(span.from, day) / whole) * 100));
}
export const isWithin = (span, day) => day >= span.from && day <= span.to;
/** Whole months lived and the days left over. Negative before birth never happens: callers ask only from birth on. */
export function ageOf(birth, today) {
    let months = Math.max(0, Math.floor(daysBetween(birth, today) / 31));
    while (addMonths(birth, months + 1) <= today)
        months += 1;
    return { months, days: daysBetween(addMonths(birth, months), today) };
}
/** The week of pregnancy under way: the 1st begins with the last period, 14 days before conception. */
export const pregnancyWeekOf = (conception, today) => Math.floor((daysBetween(conception, today) + lmpLeadDays) / 7) + 1;
/** The day on which that many whole weeks of pregnancy are complete. */
export const dayOfPregnancyWeek = (conception, week) => addDays(conception, week * 7 - lmpLeadDays);
/** Words under the thousand-day line. Weeks 12 and 24 are left out when birth came before them. */
export function thousandDayTicks(conception, birth, end, birthKnown) {
    const week = (number, rank) => ({
        at: dayOfPregnancyWeek(conception, number),
        rank,
        text: { kind: 'week', week: number },
    });
    const months = (count, rank) => ({
        at: addMonths(birth, count),
        rank,
        text: count % 12 === 0 ? { kind: 'years', years: count / 12 } : { kind: 'months', months: count },
    });
    const inPregnancy = [week(12, 4), week(24, 3)].filter((tick) => tick.at < birth);
    return [
        { at: conception, rank: 1, text: { kind: 'conception' } },
        ...inPregnancy,
        { at: birth, rank: 1, text: { kind: 'birth', known: birthKnown } },
        months(3, 5),
        months(6, 4),
        months(9, 4),
        months(12, 2),
        months(15, 5),
        months(18, 3),
        months(21, 5),
        { at: end, rank: 1, text: { kind: 'years', years: 2 } },
    ];
}
/** Words under the line of years: birth, then every year, the threes and the last one first in rank. */
export function yearTicks(birth, lastYear) {
    const years = Array.from({ length: lastYear }, (_, index) => index + 1);
    return [
        { at: birth, rank: 1, text: { kind: 'birth', known: true } },
        ...years.map((count) => ({
            at: addYears(birth, count),
            rank: count === lastYear ? 1 : count % 6 === 0 ? 2 : count % 3 === 0 ? 3 : 4,
            text: { kind: 'years', years: count },
        })),
    ];
}
/** Mean width of a character of the band's 12 px type, and the least air between two labels, in pixels. */
const characterPx = 5.4;
const airPx = 12;
export const textWidthPx = (text) => text.length * characterPx;
/** Where a label's words begin and end, in pixels: centred on its place, pushed inside at the two ends. */
export function labelExtent(label, widthPx) {
    const width = textWidthPx(label.text);
    const centred = (label.at / 100) * widthPx - width / 2;
    const start = Math.max(0, Math.min(centred, widthPx - width));
    return { start, end: start + width };
}
/** The labels that stand beside each other without touching, the lower ranks first. Keeps the given order. */
export function labelsThatFit(labels, widthPx) {
    const taken = [];
    const fits = (label) => {
        const mine = labelExtent(label, widthPx);
        if (taken.some((other) => mine.start < other.end + airPx && other.start < mine.end + airPx))
            return false;
        taken.push(mine);
        return true;
    };
    const kept = new Set([...labels].sort((a, b) => a.rank - b.rank).filter(fits));
    return labels.filter((label) => kept.has(label));
}
/**
 * A lane for each window, so that two that overlap never share one. Lanes are as few as possible: each window, by its
 * beginning, takes the first lane that is free.
 */
export function lanesOf(windows) {
    const order = windows.map((_, index) => index);
    const at = (index) => windows[index] ?? { from: '', to: '' };
    order.sort((a, b) => at(a).from.localeCompare(at(b).from) || a - b);
    const freeFrom = [];
    const lanes = windows.map(() => 0);
    for (const index of order) {
        const free = freeFrom.findIndex((until) => until < at(index).from);
        const lane = free === -1 ? freeFrom.length : free;
        freeFrom[lane] = at(index).to;
        lanes[index] = lane;
    }
    return lanes;
}
/** Room a mark needs beside another, and keeps from today's line, in pixels. */
const markPx = 12;
const clearOfTodayPx = 8;
/** Over the line there is room for this many marks above each other. */
export const markLanes = 4;
/**
 * Where marks stand, given in order of time: on the line, or above a neighbour they would touch. Today's line stays
 * free: what would cover it steps aside to its own side of it, by a few days at most. When every lane is taken, a mark
 * shares the lane whose last mark is farthest.
 */
export function markPlaces(marks, widthPx, taken) {
    if (widthPx <= 0)
        return marks.map(({ at }) => ({ at, lane: 0 }));
    const toPx = (at) => (at / 100) * widthPx;
    const birth = toPx(taken.birth);
    const today = taken.today === undefined ? undefined : toPx(taken.today);
    const lastIn = Array.from({ length: markLanes }, () => Number.NEGATIVE_INFINITY);
    return marks.map(({ at, past }) => {
        const own = toPx(at);
        const clear = today === undefined ? own : today + (past ? -clearOfTodayPx : clearOfTodayPx);
        const x = today !== undefined && Math.abs(own - today) < clearOfTodayPx ? clear : own;
        const air = lastIn.map((last, lane) => (lane === 0 ? Math.min(x - last, Math.abs(x - birth)) : x - last));
        const free = air.findIndex((distance) => distance >= markPx);
        const lane = free === -1 ? air.indexOf(Math.max(...air)) : free;
        lastIn[lane] = x;
        return { at: (x / widthPx) * 100, lane };
    });
}
