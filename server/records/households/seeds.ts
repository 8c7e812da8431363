/**
 * What a household's documents start with, built once on the server. Headings are Italian: they are content, in the
 * language the team writes in.
 */
import * as Y from 'yjs';
import { planContent } from '../../../shared/documents/care-plan.ts';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import { addNode, type GenogramSymbol } from '../../../shared/documents/network-map.ts';
import { appendBlock, contentRoot } from '../../../shared/documents/rich-text.ts';
import type { Member } from '../../../shared/records/households.ts';
import { Right } from '../../../shared/records/rights.ts';

/** Documents every household has from its first day. */
export const firstDocuments = [
  'care-plan',
  'annotations',
  'network-map',
  'social-notes',
  'health-notes',
  'education-notes',
  'protection-notes',
] as const satisfies readonly DocumentKind[];

/** How the plan's sections are called at first; people may call them otherwise. */
export const headingOfRight: Readonly<Record<Right, string>> = {
  health: 'Salute',
  education: 'Educazione',
  protection: 'Protezione',
  parenthood: 'Genitorialità',
  home: 'Casa',
  work: 'Lavoro',
  identity: 'Identità',
};

/** The seed of one of the first documents. */
export function seedOf(kind: (typeof firstDocuments)[number], members: readonly Member[]): Y.Doc {
  switch (kind) {
    case 'care-plan':
      return seedPlan();
    case 'network-map':
      return seedMap(members);
    case 'annotations':
      return new Y.Doc();
    default:
      return seedEmptyText();
  }
}

/** The seven rights, each with an empty paragraph to write in. */
function seedPlan(): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const right of Right.options) {
      appendBlock(planContent(doc), 'heading', { level: 2, right }, [headingOfRight[right]]);
      appendBlock(planContent(doc), 'paragraph', {}, []);
    }
  });
  return doc;
}

/** One empty paragraph: an editor needs a block to put the caret in. */
function seedEmptyText(): Y.Doc {
  const doc = new Y.Doc();
  appendBlock(doc.getXmlFragment(contentRoot), 'paragraph', {}, []);
  return doc;
}

const symbolOfSex: Readonly<Record<Member['sex'], GenogramSymbol>> = { f: 'circle', m: 'square' };

/** Drawing units between neighbours of the genogram. */
const step = 80;

/** The genogram: the index person in the middle, adults beside them, children below. Keys are the members' ids. */
function seedMap(members: readonly Member[]): Y.Doc {
  const doc = new Y.Doc();
  const others = members.filter(({ indexPerson }) => !indexPerson);
  const children = others.filter(({ relation }) => relation === 'child');
  const adults = others.filter(({ relation }) => relation !== 'child');
  const place = (member: Member, x: number, y: number) =>
    addNode(doc, member.id, {
      label: member.name,
      kind: 'member',
      ring: 'centre',
      x,
      y,
      ref: member.id,
      symbol: symbolOfSex[member.sex],
      ...(member.indexPerson ? { index: true } : {}),
    });
  doc.transact(() => {
    for (const member of members) if (member.indexPerson) place(member, 0, 0);
    adults.forEach((member, i) => {
      place(member, (i + 1) * step, 0);
    });
    children.forEach((member, i) => {
      place(member, (i - (children.length - 1) / 2) * step, step);
    });
  });
  return doc;
}
