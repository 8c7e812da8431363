/** Copies on one’s own device: what saying so means. */
export const device = {
  what: 'Di solito Trama non lascia nulla sul dispositivo. Se dici che è tuo, i documenti che apri restano anche qui: si leggono e si scrivono pure quando la rete manca, e ciò che hai scritto parte da solo quando torni.',
  risk: 'Le parole delle famiglie restano in questo browser senza cifratura: chi usa il dispositivo o ne legge il disco può leggerle. Dillo solo se lo usi soltanto tu e si apre con un codice.',
  ends: 'Quando esci, da qui o da un altro dispositivo, le copie e questa scelta vengono cancellate. Se non puoi più aprire un documento, la sua copia sparisce. Senza rete una pagina aperta va avanti, ma non si può ricaricare.',
  mine: 'Questo dispositivo è mio: tieni qui una copia dei documenti che apro',
  cannot: 'Questo browser non può tenere copie.',
};
