export const calendar = {
    week: 'expecting, week {week}',
    days: '{days, plural, =0 {born today} one {# day} other {# days}}',
    months: '{months, plural, one {# month} other {# months}}',
    years: '{years, plural, one {# year} other {# years}}',
    named: '{name}, {age}',
    noClock: 'no date yet',
    noClockNext: 'Record a due date or a birth: the thousand-day line starts there.',
    conception: 'conception',
    birth: 'birth',
    year1: '1 year',
    year2: '2 years',
};
