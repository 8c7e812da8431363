/** What the text of a pact starts as. Headings are Italian, the language the team writes in; copies say it in others. */
import * as Y from 'yjs';
import { appendBlock, contentRoot } from '../../../shared/documents/rich-text.ts';

const headings = (beneficiary: string, caseManager: string): readonly string[] => [
  'Che cosa vogliamo raggiungere',
  `Che cosa fa ${caseManager}`,
  `Che cosa fa ${beneficiary}`,
  'Chi altri ci aiuta, e come',
  `Le parole di ${beneficiary}`,
];

/** Whom it is between, that it can be changed and stopped, and a heading for each part, with a paragraph to write in. */
export function seedPact(beneficiary: string, caseManager: string): Y.Doc {
  const doc = new Y.Doc();
  const content = doc.getXmlFragment(contentRoot);
  doc.transact(() => {
    appendBlock(content, 'paragraph', {}, [
      `Questo patto è fra ${beneficiary} e ${caseManager}. Si può cambiare insieme e si può smettere: chi smette lo dice all’altra persona.`,
    ]);
    for (const heading of headings(beneficiary, caseManager)) {
      appendBlock(content, 'heading', { level: 2 }, [heading]);
      appendBlock(content, 'paragraph', {}, []);
    }
  });
  return doc;
}
