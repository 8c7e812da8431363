export const calendar = {
    week: 'حمل، الأسبوع {week}',
    days: '{days, plural, =0 {وُلد اليوم} one {يوم} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}',
    months: '{months, plural, one {شهر} two {شهران} few {# أشهر} many {# شهرًا} other {# شهر}}',
    years: '{years, plural, one {سنة} two {سنتان} few {# سنوات} many {# سنة} other {# سنة}}',
    named: '{name}، {age}',
    noClock: 'لا تاريخ بعد',
    noClockNext: 'سجّل موعد الولادة المتوقع أو ولادة: منها يبدأ خط الألف يوم.',
    conception: 'الحمل',
    birth: 'الولادة',
    year1: 'سنة',
    year2: 'سنتان',
};
