/** The words generated households are made of. */
import type { Right } from '../../../shared/records/rights.ts';

export const womensNames = [
  'Amal',
  'Beatriz',
  'Chioma',
  'Daniela',
  'Elira',
  'Fatima',
  'Gloria',
  'Hanan',
  'Ioana',
  'Joy',
  'Khadija',
  'Lucia',
  'Mariam',
  'Nadia',
  'Oksana',
  'Precious',
  'Rosa',
  'Sara',
  'Tamanna',
  'Yasmin',
];
export const mensNames = [
  'Adam',
  'Bilal',
  'Carlos',
  'David',
  'Emeka',
  'Filippo',
  'Giovanni',
  'Hamza',
  'Ivan',
  'Luca',
  'Matteo',
  'Omar',
  'Pietro',
  'Samuel',
  'Youssef',
];
export const surnames = [
  'Adeyemi',
  'Benali',
  'Castro',
  'Dragan',
  'El Amrani',
  'Ferrero',
  'Gjoka',
  'Hossain',
  'Iancu',
  'Kamara',
  'Lopez',
  'Mancini',
  'Ndiaye',
  'Osei',
  'Popescu',
  'Quispe',
  'Rahman',
  'Shevchenko',
  'Traoré',
  'Zheng',
];
export const areas = ['Barriera di Milano', 'Aurora', 'San Salvario', 'Mirafiori', 'Vanchiglia', 'Lingotto'];

export const goalsOfRight: Readonly<Record<Right, readonly string[]>> = {
  health: ['Le visite di ogni finestra sono fatte', 'Il pediatra conosce la bambina'],
  education: ['Un posto al nido da settembre', 'Si legge insieme ogni sera'],
  protection: ['Nessuno sa dove abitano se non lo decide lei', 'In casa non si urla più'],
  parenthood: ['La madre non è sola nei primi quaranta giorni', 'Il padre prende il suo giorno'],
  home: ['Una casa con un contratto', 'Le bollette arretrate hanno un piano'],
  work: ['Un corso di italiano con custodia', 'Un lavoro a mezza giornata'],
  identity: ['La residenza è iscritta', 'Il permesso si rinnova in tempo'],
};
export const taskTitles = [
  'Telefonare all’anagrafe',
  'Accompagnare alla visita',
  'Chiedere il preventivo della retta',
  'Portare i documenti al patronato',
  'Sentire il proprietario di casa',
  'Preparare la cartella per il nido',
];
export const planSentences = [
  'La famiglia vive in due stanze e divide la cucina con un’altra.',
  'Gli appuntamenti si danno per messaggio vocale, nella lingua di casa.',
  'La nonna aiuta due pomeriggi alla settimana.',
  'Il contratto scade in primavera e il proprietario non vuole rinnovarlo.',
];
