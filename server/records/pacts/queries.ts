/** Pacts as the team and the family read them. */
import { asc, desc, eq, inArray } from 'drizzle-orm';
import { type Actor, documentAccess, may, type Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId, MemberId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Member } from '../../../shared/records/households.ts';
import {
  isInForce,
  isTextFrozen,
  type Pact,
  PactParty,
  type Signature,
} from '../../../shared/records/pacts.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import type { Reader } from '../../db/connect.ts';
import { shownBodyBriefs } from '../bodies/queries.ts';
import { goalsOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { membersOf } from '../households/members.ts';
import { leadOf } from '../lead/holder.ts';
import { personBriefs } from '../people/queries.ts';
import {
  type CommitmentRow,
  type PactRow,
  pact,
  pactCommitment,
  pactCopy,
  pactExtension,
  pactRemark,
  pactSignature,
  type SignatureRow,
} from './table.ts';

/** The household's pacts, newest first. */
export async function readPacts(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ pacts: Pact[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'pact.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(pact)
    .where(eq(pact.householdId, householdId))
    .orderBy(desc(pact.startsOn), desc(pact.draftedAt));
  return ok({ pacts: await presentPacts(reader, actor, allowed.value, rows) });
}

/** Who writes the copy in plain words. */
export const mayWriteCopy = (
  actor: Actor,
  relation: Relation,
  row: Pick<PactRow, 'caseManagerId'>,
): boolean =>
  may(actor, 'pact.write', relation) ||
  (relation.household.status !== 'closed' &&
    (relation.role === 'mediator' || row.caseManagerId === actor.personId));

/** Who says something beside the text: who may annotate it, and the parties. */
export const mayRemark = (actor: Actor, relation: Relation, row: Pick<PactRow, 'caseManagerId'>): boolean =>
  mayWriteCopy(actor, relation, row) || (relation.family && relation.household.status !== 'closed');

type Names = {
  readonly people: ReadonlyMap<PersonId, PersonBrief>;
  readonly members: ReadonlyMap<MemberId, Member>;
};

/** Rows of one household with everything that goes with them, in the same order. */
export async function presentPacts(
  reader: Reader,
  actor: Actor,
  relation: Relation,
  rows: readonly PactRow[],
): Promise<Pact[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const { id: householdId } = relation.household;
  const [commitments, signatures, extensions, copies, remarks, lead, goals, membersByHousehold] =
    await Promise.all([
      reader
        .select()
        .from(pactCommitment)
        .where(inArray(pactCommitment.pactId, ids))
        .orderBy(asc(pactCommitment.position)),
      reader
        .select()
        .from(pactSignature)
        .where(inArray(pactSignature.pactId, ids))
        .orderBy(asc(pactSignature.signedAt)),
      reader
        .select()
        .from(pactExtension)
        .where(inArray(pactExtension.pactId, ids))
        .orderBy(asc(pactExtension.number)),
      reader.select().from(pactCopy).where(inArray(pactCopy.pactId, ids)).orderBy(asc(pactCopy.language)),
      reader
        .select()
        .from(pactRemark)
        .where(inArray(pactRemark.pactId, ids))
        .orderBy(asc(pactRemark.writtenAt)),
      leadOf(reader, householdId),
      goalsOf(reader, householdId),
      membersOf(reader, [householdId]),
    ]);
  const [people, bodies] = await Promise.all([
    personBriefs(reader, [
      ...rows.map(({ caseManagerId }) => caseManagerId),
      ...commitments.flatMap(({ personId }) => personId ?? []),
      ...signatures.flatMap(({ personId, deviceOf, mediatorId }) =>
        [personId ?? [], deviceOf ?? [], mediatorId ?? []].flat(),
      ),
      ...extensions.flatMap(({ askedBy, decidedBy }) => [askedBy, decidedBy ?? []].flat()),
      ...copies.map(({ writtenBy }) => writtenBy),
      ...remarks.map(({ personId }) => personId),
      ...(lead ? [lead.personId] : []),
    ]),
    shownBodyBriefs(
      reader,
      commitments.flatMap(({ bodyId }) => bodyId ?? []),
    ),
  ]);
  const members = new Map((membersByHousehold.get(householdId) ?? []).map((each) => [each.id, each]));
  const names: Names = { people, members };
  const person = (id: PersonId): PersonBrief => {
    const brief = people.get(id);
    assert(brief, 'a pact names people that exist');
    return brief;
  };
  const nameOfHolder = ({ personId, memberId, bodyId }: CommitmentRow): string =>
    (personId && people.get(personId)?.name) ??
    (memberId && members.get(memberId)?.name) ??
    (bodyId && bodies.get(bodyId)?.name) ??
    '';

  return rows.map((row) => {
    const mine = <T extends { readonly pactId: PactRow['id'] }>(all: readonly T[]): T[] =>
      all.filter(({ pactId }) => pactId === row.id);
    const beneficiary = members.get(row.beneficiaryId);
    assert(beneficiary, 'a pact’s beneficiary is a member');
    const answers = mine(signatures);
    const access = documentAccess(actor, relation, {
      kind: 'inclusion-pact',
      frozen: isTextFrozen(row.status),
    });
    const live = answers.filter(({ voidedAt }) => voidedAt === null);
    const writes = may(actor, 'pact.write', relation);
    const waits = mine(extensions).some(({ approved }) => approved === null);
    const isBeneficiary = beneficiary.personId === actor.personId;
    return {
      id: row.id,
      householdId: row.householdId,
      programmeId: row.programmeId,
      caseManager: person(row.caseManagerId),
      beneficiary: { id: beneficiary.id, name: beneficiary.name },
      language: row.language,
      start: row.startsOn,
      end: row.endsOn,
      until: row.extendedTo ?? row.endsOn,
      status: row.status,
      supports: row.supports,
      competenceReview: row.reviewOn && row.review ? { on: row.reviewOn, text: row.review } : null,
      goals: goals.filter(({ id }) => row.goalIds.includes(id)).map(({ id, title }) => ({ id, title })),
      commitments: mine(commitments).map((each) => ({
        id: each.id,
        who: holderOf(each),
        name: nameOfHolder(each),
        what: each.what,
        due: each.due,
        state: each.state,
        note: each.note,
        version: each.version,
      })),
      text: access && { documentId: row.documentId, access },
      hash: row.hash,
      inForceSince: row.inForceSince,
      parties: PactParty.options.map((party) => {
        const answer = live.find((each) => each.party === party);
        const open =
          row.status === 'proposed' && answer?.answer !== 'signed' && relation.household.status !== 'closed';
        return {
          party,
          name: answer ? nameOfSignatory(answer, names) : nameOfParty(party),
          signature: answer ? presentSignature(answer, names) : null,
          canAnswer: open ? wayToAnswer(party) : null,
        };
      }),
      earlierSignatures: answers
        .filter(({ voidedAt }) => voidedAt !== null)
        .map((each) => presentSignature(each, names)),
      extensions: mine(extensions).map((each) => ({
        end: each.endsOn,
        reason: each.reason,
        askedBy: person(each.askedBy),
        askedAt: each.askedAt,
        approved: each.approved,
        decidedBy: each.decidedBy && person(each.decidedBy),
        answer: each.answer,
      })),
      ended: row.endedOn && row.endedHow && { on: row.endedOn, how: row.endedHow, reason: row.endReason },
      copies: mine(copies).map((each) => ({
        language: each.language,
        text: each.text,
        by: person(each.writtenBy),
        at: each.writtenAt,
      })),
      remarks: mine(remarks).map(({ id, personId, language, quote, text, writtenAt }) => ({
        id,
        by: person(personId),
        language,
        quote,
        text,
        at: writtenAt,
      })),
      version: row.version,
      can: {
        change: writes && row.status === 'draft',
        propose: writes && row.status === 'draft',
        reopen: writes && row.status === 'proposed',
        askExtension: writes && isInForce(row.status) && !waits,
        decideExtension:
          waits && relation.lead && writes && mine(extensions).at(-1)?.askedBy !== actor.personId,
        end: writes && row.status !== 'ended',
        withdraw: isBeneficiary && row.status !== 'ended' && may(actor, 'pact.sign', relation),
        writeCopy:
          (row.status === 'draft' || row.status === 'proposed') &&
          live.length === 0 &&
          mayWriteCopy(actor, relation, row),
        remark: row.status !== 'ended' && mayRemark(actor, relation, row),
        mark: writes && row.inForceSince !== null,
      },
    };

    function nameOfParty(party: PactParty): string {
      if (party === 'beneficiary') return beneficiary?.name ?? '';
      if (party === 'case_manager') return person(row.caseManagerId).name;
      return lead ? person(lead.personId).name : '';
    }

    function wayToAnswer(party: PactParty): 'self' | 'device' | null {
      if (party === 'lead') return relation.lead ? 'self' : null;
      if (party === 'case_manager') return row.caseManagerId === actor.personId ? 'self' : null;
      if (isBeneficiary) return 'self';
      const hasDevice = writes || row.caseManagerId === actor.personId;
      return hasDevice && beneficiary?.personId === null ? 'device' : null;
    }
  });
}

function holderOf({ personId, memberId, bodyId }: CommitmentRow): Pact['commitments'][number]['who'] {
  if (personId) return { kind: 'person', id: personId };
  if (memberId) return { kind: 'member', id: memberId };
  assert(bodyId, 'a commitment names one who keeps it');
  return { kind: 'body', id: bodyId };
}

const nameOfSignatory = ({ memberId, personId }: SignatureRow, { people, members }: Names): string =>
  (memberId && members.get(memberId)?.name) ?? (personId && people.get(personId)?.name) ?? '';

const presentSignature = (row: SignatureRow, names: Names): Signature => ({
  id: row.id,
  party: row.party,
  name: nameOfSignatory(row, names),
  answer: row.answer,
  language: row.language,
  words: row.words,
  dissent: row.dissent,
  on: row.signedOn,
  hash: row.hash,
  deviceOf: (row.deviceOf && names.people.get(row.deviceOf)?.name) ?? null,
  mediator: (row.mediatorId && names.people.get(row.mediatorId)?.name) ?? null,
  voidedAt: row.voidedAt,
});
