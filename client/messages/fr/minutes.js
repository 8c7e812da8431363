export const minutes = {
    decision: 'Décision',
    decisionPlaceholder: 'Ce qui est décidé',
    dissent: 'Désaccord de',
    dissentOf: 'De qui est le désaccord',
    dissentOfNobody: 'de qui ?',
    dissentPlaceholder: 'Dans les mots de la personne en désaccord',
    makeTask: 'Tâche',
    makeReferral: 'Orientation',
};
