export const minutes = {
    decision: 'قرار',
    decisionPlaceholder: 'ما الذي تقرر',
    dissent: 'اعتراض',
    dissentOf: 'صاحب الاعتراض',
    dissentOfNobody: 'مَن؟',
    dissentPlaceholder: 'بكلمات صاحب الاعتراض',
    makeTask: 'مهمة',
    makeReferral: 'إحالة',
};
