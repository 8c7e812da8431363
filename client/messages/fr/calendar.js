export const calendar = {
    week: 'grossesse, semaine {week}',
    days: '{days, plural, =0 {du jour} one {# jour} other {# jours}}',
    months: '{months, plural, one {# mois} other {# mois}}',
    years: '{years, plural, one {# an} other {# ans}}',
    named: '{name}, {age}',
    noClock: 'pas encore de date',
    noClockNext: 'Notez le terme prévu ou une naissance : la ligne des mille jours commence là.',
    conception: 'conception',
    birth: 'naissance',
    year1: '1 an',
    year2: '2 ans',
};
