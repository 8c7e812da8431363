export const agendaTemplates = {
    first: [
        'conferences.point.whoWeAre',
        'conferences.point.familyWords',
        'conferences.point.firstSteps',
        'conferences.point.whoDoesWhat',
    ],
    review: [
        'conferences.point.howAreYou',
        'conferences.point.whatChanged',
        'conferences.point.goals',
        'conferences.point.network',
        'conferences.point.whoDoesWhat',
    ],
    handover: [
        'conferences.point.whyHandover',
        'conferences.point.openThings',
        'conferences.point.lead',
        'conferences.point.whoDoesWhat',
    ],
};
export const templateNames = ['first', 'review', 'handover'];
