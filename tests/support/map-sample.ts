/** A network to draw: a family of five among twenty places, with every kind of tie and a pair tied twice. */
import type * as Y from 'yjs';
import { Day } from '../../shared/dates.ts';
import {
  addNode,
  addTie,
  type MapNode,
  type MapTie,
  type Ring,
  type TieEnergy,
  type TieStrength,
} from '../../shared/documents/network-map.ts';
import { BodyId, MemberId, PersonId } from '../../shared/ids.ts';
import { BodyBrief, type Sector } from '../../shared/records/bodies.ts';
import type { Member } from '../../shared/records/households.ts';

/** A fixed id: the same on every screen and in every run. */
const uuid = (block: number, number: number): string =>
  `0000000${block}-0000-7000-8000-${String(number).padStart(12, '0')}`;
const memberId = (number: number) => MemberId.parse(uuid(1, number));
const bodyId = (number: number) => BodyId.parse(uuid(2, number));
const personId = (number: number) => PersonId.parse(uuid(3, number));
const day = (text: string) => Day.parse(text);

export const sampleToday = day('2026-11-21');

type SampleMember = Pick<Member, 'id' | 'name' | 'relation' | 'sex' | 'birth' | 'indexPerson' | 'left'>;
const member = (
  number: number,
  name: string,
  relation: Member['relation'],
  sex: Member['sex'],
  birth: string,
): SampleMember => ({
  id: memberId(number),
  name,
  relation,
  sex,
  birth: day(birth),
  indexPerson: number === 1,
  left: null,
});

export const sampleMembers: readonly SampleMember[] = [
  member(1, 'Amal', 'mother', 'f', '1995-03-02'),
  member(2, 'Karim', 'father', 'm', '1991-08-14'),
  member(3, 'Sami', 'child', 'm', '2018-05-20'),
  member(4, 'Lina', 'child', 'f', '2022-09-01'),
  member(5, 'Yunes', 'child', 'm', '2026-06-10'),
];

/** The same family after he moved out. */
export const sampleMembersApart: readonly SampleMember[] = sampleMembers.map((each) =>
  each.name === 'Karim' ? { ...each, left: day('2026-02-01') } : each,
);

const body = (number: number, name: string, kind: string, sector: Sector) =>
  BodyBrief.parse({ id: bodyId(number), name, kind, sector, public: sector !== 'third_sector' });

export const sampleBodies: readonly BodyBrief[] = [
  body(1, 'Consultorio dei Gelsi', 'family_clinic', 'health'),
  body(2, 'Servizio sociale Distretto 2', 'social_service', 'social'),
  body(3, 'Pediatra Lunardelli', 'paediatrician', 'health'),
  body(4, 'Nido La Trottola', 'nursery', 'education'),
  body(5, 'Casa dei Tigli', 'casa_del_quartiere', 'third_sector'),
  body(6, 'Ponti e Parole', 'association', 'third_sector'),
  body(7, 'Sportello lavoro Ghiaia', 'job_centre', 'work'),
  body(8, 'Centro Le Ginestre', 'antiviolence_centre', 'protection'),
];
const tutor = personId(1);

export const sampleSectorOf = (id: string): Sector | undefined =>
  id === tutor ? 'third_sector' : sampleBodies.find((each) => each.id === id)?.sector;

type Place = readonly [
  key: string,
  label: string,
  kind: MapNode['kind'],
  ring: Ring,
  x: number,
  y: number,
  ref?: number,
];

const places: readonly Place[] = [
  ['nadia', 'Nadia, vicina', 'person', 'informal', -150, 30],
  ['huda', 'Huda, la ospita', 'person', 'informal', 20, 168],
  ['salma', 'Salma, sorella a Marsiglia', 'person', 'informal', 125, -115],
  ['mamme', 'Mamme del martedì', 'group', 'informal', -105, 125],
  ['preghiera', 'Sala di preghiera', 'place', 'informal', -110, -125],
  ['consultorio', 'Consultorio dei Gelsi', 'body', 'services', 90, -235, 1],
  ['sociale', 'Servizio sociale Distretto 2', 'body', 'services', -75, -240, 2],
  ['pediatra', 'Pediatra Lunardelli', 'body', 'services', 240, 80, 3],
  ['trottola', 'Nido La Trottola', 'body', 'services', 150, 200, 4],
  ['marta', 'Marta Quercetti, tutor', 'user', 'services', -245, -70],
  ['maestra', 'Maestra Irene', 'person', 'services', -215, 135],
  ['tigli', 'Casa dei Tigli', 'body', 'third_sector', -325, -150, 5],
  ['ponti', 'Ponti e Parole', 'body', 'third_sector', 315, -140, 6],
  ['italiano', 'Corso di italiano con custodia', 'place', 'third_sector', -320, 150],
  ['ginestre', 'Centro Le Ginestre', 'body', 'services', 250, -25, 8],
  ['lavoro', 'Sportello lavoro Ghiaia', 'body', 'market', 335, 205, 7],
  ['padrone', 'Padrone di casa', 'person', 'market', -130, 355],
  ['casa', 'una casa', 'place', 'third_sector', 85, 330],
];

type Tie = readonly [
  key: string,
  source: string,
  target: string,
  strength: TieStrength,
  energy: TieEnergy,
  more?: Partial<MapTie>,
];

const ties: readonly Tie[] = [
  [
    't1',
    'amal',
    'nadia',
    'strong',
    'mutual',
    { supports: ['practical', 'emotional'], note: 'Traduce, e tiene Lina il martedì.' },
  ],
  [
    't2',
    'amal',
    'huda',
    'stressful',
    'from',
    { review: day('2026-11-30'), note: 'Ospita fino al 31 gennaio.' },
  ],
  ['t3', 'amal', 'salma', 'tenuous', 'mutual', { frequency: 'al telefono' }],
  ['t4', 'amal', 'mamme', 'strong', 'mutual', { frequency: 'il martedì' }],
  ['t5', 'karim', 'preghiera', 'strong', 'mutual', { frequency: 'il venerdì' }],
  ['t6', 'amal', 'consultorio', 'strong', 'from', { supports: ['informational'] }],
  ['t7', 'karim', 'consultorio', 'absent_needed', 'none', { review: day('2026-11-02') }],
  ['t8', 'amal', 'sociale', 'tenuous', 'from', { frequency: 'due volte al mese' }],
  ['t9', 'yunes', 'pediatra', 'strong', 'from', { supports: ['informational'] }],
  ['t10', 'lina', 'trottola', 'tenuous', 'mutual', { frequency: 'quattro mattine' }],
  ['t11', 'amal', 'marta', 'strong', 'from', { supports: ['informational', 'practical'] }],
  ['t12', 'sami', 'maestra', 'strong', 'mutual', {}],
  ['t13', 'amal', 'tigli', 'strong', 'mutual', { supports: ['practical'] }],
  ['t14', 'amal', 'ponti', 'tenuous', 'from', {}],
  ['t15', 'amal', 'ponti', 'stressful', 'none', { note: 'Due appuntamenti saltati.' }],
  ['t16', 'amal', 'italiano', 'absent_needed', 'none', { note: 'Serve un posto con custodia.' }],
  ['t17', 'karim', 'lavoro', 'tenuous', 'from', {}],
  ['t18', 'karim', 'padrone', 'broken', 'none', {}],
  ['t19', 'amal', 'casa', 'absent_needed', 'none', { review: day('2027-01-31') }],
  ['t20', 'amal', 'karim', 'strong', 'mutual', { since: day('2016-06-01') }],
  ['t21', 'amal', 'ginestre', 'tenuous', 'none', {}],
];

const networkByRing = {
  centre: 'primary',
  informal: 'primary',
  services: 'secondary',
  third_sector: 'third_sector',
  market: 'market',
} as const;

/** Seeds a document as the server does: once, and before anyone joins. */
export function writeSampleMap(doc: Y.Doc): void {
  doc.transact(() => {
    for (const each of sampleMembers) {
      addNode(doc, each.name.toLowerCase(), {
        label: each.name,
        kind: 'member',
        ring: 'centre',
        x: 0,
        y: each.relation === 'child' ? 60 : 0,
        ref: each.id,
        symbol: each.sex === 'f' ? 'circle' : 'square',
        ...(each.indexPerson ? { index: true } : {}),
      });
    }
    for (const [key, label, kind, ring, x, y, ref] of places) {
      const stands = kind === 'user' ? tutor : ref === undefined ? undefined : bodyId(ref);
      addNode(doc, key, { label, kind, ring, x, y, ...(stands ? { ref: stands } : {}) });
    }
    for (const [key, source, target, strength, energy, more] of ties) {
      const place = places.find(([name]) => name === target);
      const network = networkByRing[place?.[3] ?? 'informal'];
      addTie(doc, key, { source, target, strength, energy, network, supports: [], ...more });
    }
  });
}

/** `nodes` places on four rings and `count` ties from the family to them, some pairs tied twice. */
export function writeLargeMap(doc: Y.Doc, nodes = 40, count = 60): void {
  const rings = ['informal', 'services', 'third_sector', 'market'] as const;
  const strengths = ['strong', 'tenuous', 'stressful', 'broken', 'absent_needed'] as const;
  const of = <T>(list: readonly T[], index: number): T => list[index % list.length] as T; // the list is never empty
  const radius = { informal: 160, services: 250, third_sector: 330, market: 390 };
  doc.transact(() => {
    for (const each of sampleMembers) {
      addNode(doc, each.name.toLowerCase(), {
        label: each.name,
        kind: 'member',
        ring: 'centre',
        x: 0,
        y: 0,
        ref: each.id,
        symbol: each.sex === 'f' ? 'circle' : 'square',
      });
    }
    for (let index = 0; index < nodes; index += 1) {
      const ring = of(rings, Math.floor(index / (nodes / 4)));
      const angle = (index / (nodes / 4)) * 2 * Math.PI + rings.indexOf(ring) * 0.4;
      addNode(doc, `n${index}`, {
        label: of(
          ['Associazione dei Gelsi', 'Nadia, vicina', 'Servizio sociale', 'Scuola La Trottola', 'Zia'],
          index,
        ),
        kind: of(['person', 'body_free', 'group', 'place'] as const, index),
        ring,
        x: Math.round(Math.cos(angle) * radius[ring]),
        y: Math.round(Math.sin(angle) * radius[ring]),
      });
    }
    for (let index = 0; index < count; index += 1) {
      addTie(doc, `t${index}`, {
        source: of(sampleMembers, index).name.toLowerCase(),
        target: `n${index % nodes}`,
        strength: of(strengths, index),
        energy: of(['to', 'from', 'mutual', 'none'] as const, index),
        network: 'primary',
        supports: [],
      });
    }
  });
}
