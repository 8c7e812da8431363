/** Words of the minutes: decisions and dissents. */
export const minutes = {
  decision: 'Decisione',
  decisionPlaceholder: 'Che cosa si decide',
  dissent: 'Dissenso di',
  dissentOf: 'Di chi è il dissenso',
  dissentOfNobody: 'chi?',
  dissentPlaceholder: 'Nelle parole di chi dissente',
  makeTask: 'Compito',
  makeReferral: 'Invio',
  makeGoal: 'Obiettivo',
  makeLead: 'Passaggio di regia',
  needsNothing: 'Non serve un compito',
  toldBy: 'lo riferisce {name}',
  told: 'lo riferisce',
};
