export const minutes = {
    decision: 'Decision',
    decisionPlaceholder: 'What is decided',
    dissent: 'Dissent of',
    dissentOf: 'Whose dissent it is',
    dissentOfNobody: 'whose?',
    dissentPlaceholder: 'In the words of whoever dissents',
    makeTask: 'Task',
    makeReferral: 'Referral',
};
