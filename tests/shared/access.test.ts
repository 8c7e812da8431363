/**
 * The table "Documents and zones" of the product, and who may do what to a household, cell by cell. A relation that
 * isn't named here has no access: every test starts from nothing and adds one fact.
 */
import { describe, expect, test } from 'vitest';
import {
  type Actor,
  documentAccess,
  may,
  mayAnswerLead,
  mayHoldLead,
  type Relation,
} from '../../shared/access.ts';
import { type DocumentAccess, DocumentKind } from '../../shared/documents/kinds.ts';
import { BodyId, HouseholdId, newId, PersonId } from '../../shared/ids.ts';
import { PersonFunction } from '../../shared/person-function.ts';
import type { BodyBrief } from '../../shared/records/bodies.ts';
import { CareRole } from '../../shared/records/care-team.ts';

const householdId = newId(HouseholdId);
const bodyId = newId(BodyId);
const actor = (fn: PersonFunction): Actor => ({
  personId: newId(PersonId),
  function: fn,
  bodyId,
  householdId: null,
});
const stranger: Relation = {
  household: { id: householdId, status: 'enrolled' },
  tutor: false,
  lead: false,
  leadBody: false,
  leadAssigned: true,
  leadProposed: false,
  role: null,
  consented: false,
  namedFor: [],
  family: false,
};
const as = (facts: Partial<Relation>): Relation => ({ ...stranger, ...facts });

/** Who a person is to the household, and the function of the account they come with. */
const relations = {
  stranger: [actor('social'), stranger],
  tutor: [actor('tutor'), as({ tutor: true, role: 'tutor' })],
  lead: [actor('health'), as({ lead: true, leadBody: true, role: 'health' })],
  social: [actor('social'), as({ role: 'social' })],
  health: [actor('health'), as({ role: 'health' })],
  education: [actor('education'), as({ role: 'education' })],
  mediator: [actor('mediator'), as({ role: 'mediator' })],
  protection: [actor('protection'), as({ role: 'protection' })],
  'partner with consent': [actor('partner'), as({ role: 'partner', consented: true })],
  'partner without consent': [actor('partner'), as({ role: 'partner' })],
  volunteer: [actor('volunteer'), as({ role: 'volunteer' })],
  family: [actor('family'), as({ family: true })],
  'asked to take the regia': [actor('education'), as({ leadProposed: true })],
} as const satisfies Record<string, readonly [Actor, Relation]>;
type Who = keyof typeof relations;

const none = null;
const documentTable: Readonly<Record<DocumentKind, Partial<Record<Who, DocumentAccess>>>> = {
  'care-plan': {
    tutor: 'write',
    lead: 'write',
    social: 'write',
    health: 'write',
    education: 'write',
    'partner with consent': 'write',
    mediator: 'annotate',
    protection: 'read',
  },
  annotations: {
    tutor: 'write',
    lead: 'write',
    social: 'write',
    health: 'write',
    education: 'write',
    'partner with consent': 'write',
    mediator: 'write',
    protection: 'read',
  },
  'network-map': {
    tutor: 'write',
    lead: 'write',
    social: 'write',
    health: 'write',
    education: 'write',
    'partner with consent': 'write',
    mediator: 'write',
    protection: 'read',
  },
  minutes: {
    tutor: 'write',
    lead: 'write',
    social: 'write',
    health: 'write',
    education: 'write',
    'partner with consent': 'write',
    mediator: 'annotate',
    protection: 'read',
  },
  'social-notes': { tutor: 'write', lead: 'write', social: 'write', health: 'read' },
  'health-notes': { lead: 'write', health: 'write' },
  'education-notes': { tutor: 'write', education: 'write' },
  'protection-notes': { protection: 'write' },
  'inclusion-pact': {
    tutor: 'write',
    lead: 'write',
    social: 'read',
    health: 'read',
    education: 'read',
    'partner with consent': 'read',
    protection: 'read',
    mediator: 'annotate',
    family: 'annotate',
  },
};

describe('X8: documents and zones', () => {
  for (const kind of DocumentKind.options) {
    test(`X8: who writes, annotates and reads ${kind}, and nobody else`, () => {
      for (const [who, [person, relation]] of Object.entries(relations)) {
        const expected = documentTable[kind][who as Who] ?? none; // keys of `relations` are Who
        expect([who, documentAccess(person, relation, { kind, frozen: false })]).toEqual([who, expected]);
      }
    });
  }

  test('X3: frozen minutes are read by those who had them and written by nobody', () => {
    for (const [person, relation] of Object.values(relations)) {
      const open = documentAccess(person, relation, { kind: 'minutes', frozen: false });
      expect(documentAccess(person, relation, { kind: 'minutes', frozen: true })).toBe(open && 'read');
    }
  });

  test('a closed household’s documents are written by nobody', () => {
    for (const [person, relation] of Object.values(relations)) {
      const closed: Relation = { ...relation, household: { id: householdId, status: 'closed' } };
      for (const kind of DocumentKind.options) {
        expect(documentAccess(person, closed, { kind, frozen: false })).not.toBe('write');
      }
    }
  });

  test('X8: the regia writes protection notes only when named, and a named person only reads', () => {
    const named = { namedFor: ['protection-notes'] } as const;
    const zone = { kind: 'protection-notes', frozen: false } as const;
    expect(documentAccess(actor('health'), as({ lead: true }), zone)).toBeNull();
    expect(documentAccess(actor('health'), as({ lead: true, ...named }), zone)).toBe('write');
    expect(documentAccess(actor('tutor'), as({ tutor: true, ...named }), zone)).toBe('read');
  });
});

describe('who may act on a household', () => {
  test('a stranger, a partner without consent and a volunteer see nothing of it, whatever their function', () => {
    for (const fn of PersonFunction.options) {
      for (const relation of [stranger, as({ role: 'partner' }), as({ role: 'volunteer' })]) {
        expect(may(actor(fn), 'household.see', relation)).toBe(false);
        expect(may(actor(fn), 'case.see', relation)).toBe(false);
        expect(may(actor(fn), 'task.assign', relation)).toBe(false);
      }
    }
  });

  test('the family sees its household and not the case', () => {
    expect(may(actor('family'), 'household.see', as({ family: true }))).toBe(true);
    expect(may(actor('family'), 'case.see', as({ family: true }))).toBe(false);
  });

  test('B4: only the tutor and the regia change the team', () => {
    const allowed = Object.entries(relations).filter(([, [who, relation]]) =>
      may(who, 'team.change', relation),
    );
    expect(allowed.map(([who]) => who)).toEqual(['tutor', 'lead']);
  });

  test('B3: once the regia is held, only who holds it proposes to pass it on', () => {
    const allowed = Object.entries(relations).filter(([, [who, relation]]) =>
      may(who, 'lead.propose', relation),
    );
    expect(allowed.map(([who]) => who)).toEqual(['lead']);
  });

  test('B2: while the regia is pending, the tutor or a service of the team asks for one; a partner doesn’t', () => {
    const allowed = Object.entries(relations).filter(([, [who, relation]]) =>
      may(who, 'lead.propose', { ...relation, leadAssigned: false, lead: false, leadBody: false }),
    );
    expect(allowed.map(([who]) => who)).toEqual(['tutor', 'lead', 'social', 'health', 'education']);
  });

  test('every role that is not the family’s and not a volunteer’s is told the case only through the care team', () => {
    for (const role of CareRole.options) {
      const sees = may(actor('social'), 'case.see', as({ role, consented: false }));
      expect([role, sees]).toEqual([
        role,
        ['mediator', 'social', 'health', 'education', 'protection'].includes(role),
      ]);
    }
  });
});

describe('B2: who can hold the regia', () => {
  const body = (sector: BodyBrief['sector'], isPublic: boolean): BodyBrief => ({
    id: bodyId,
    name: 'Un ente',
    kind: 'association',
    sector,
    public: isPublic,
  });

  test('B2: not a tutor, not the third sector, not a private service, not someone of another body', () => {
    expect(mayHoldLead({ function: 'tutor', bodyId }, body('social', true))).toBe(false);
    expect(mayHoldLead({ function: 'partner', bodyId }, body('third_sector', true))).toBe(false);
    expect(mayHoldLead({ function: 'health', bodyId }, body('health', false))).toBe(false);
    expect(mayHoldLead({ function: 'health', bodyId: newId(BodyId) }, body('health', true))).toBe(false);
    expect(mayHoldLead({ function: 'social', bodyId }, body('desk', true))).toBe(false);
  });

  test('B2: a public social, health or education service, with a named person who works there', () => {
    for (const sector of ['social', 'health', 'education'] as const) {
      expect(mayHoldLead({ function: sector, bodyId }, body(sector, true))).toBe(true);
    }
  });

  test('B3: only the receiving service answers a proposal', () => {
    expect(mayAnswerLead(actor('social'), { bodyId: newId(BodyId) })).toBe(false);
    expect(mayAnswerLead(actor('tutor'), { bodyId })).toBe(false);
    expect(mayAnswerLead(actor('social'), { bodyId })).toBe(true);
  });
});
