/** Between a day and an hour on the wall in Rome and the instant, whatever the browser's own time zone. */
import { instantOf } from '../../../shared/dates.ts';
const rome = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    dateStyle: 'short',
    timeStyle: 'short',
});
/** `day` as `2026-11-21`, `hour` as `15:00`; nothing when either isn't one. */
export function romeInstant(day, hour) {
    const asUtc = Date.parse(`${day}T${hour}:00Z`);
    if (Number.isNaN(asUtc))
        return undefined;
    // How far Rome's wall stands from UTC at that moment; asked twice, for the hours around a change of the clocks.
    const offset = (at) => Date.parse(`${rome.format(new Date(at)).replace(' ', 'T')}:00Z`) - at;
    const first = asUtc - offset(asUtc);
    return instantOf(new Date(asUtc - offset(first)));
}
/** What the wall in Rome showed at that moment. */
export function romeClock(instant) {
    const [day = '', hour = ''] = rome.format(new Date(instant)).split(' ');
    return { day, hour };
}
