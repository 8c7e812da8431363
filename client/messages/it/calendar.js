/** Ages and weeks, as the band and the lists say them. */
export const calendar = {
    week: 'attesa, {week}ª settimana',
    days: '{days, plural, =0 {di oggi} one {# giorno} other {# giorni}}',
    months: '{months, plural, one {# mese} other {# mesi}}',
    years: '{years, plural, one {# anno} other {# anni}}',
    named: '{name}, {age}',
    noClock: 'nessuna data ancora',
    noClockNext: 'Scrivi il parto previsto o una nascita: la linea dei mille giorni parte da lì.',
    conception: 'concepimento',
    birth: 'nascita',
    year1: '1 anno',
    year2: '2 anni',
};
