/** Taking a family's records elsewhere: gathered in the transaction that writes down who took them. */
import type { Actor } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { BodyId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { ExportFormat, FhirBundle, HouseholdExport } from '../../../shared/records/exports.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { shownBodyBriefs } from '../bodies/queries.ts';
import { consentsOf } from '../consents/queries.ts';
import { goalsOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { readHousehold } from '../households/page.ts';
import { presentReferrals, referralRowsOf } from '../referrals/queries.ts';
import { readHouseholdTasks } from '../tasks/queries.ts';
import { bundleOf } from './fhir.ts';

/** The records as our own JSON. For whoever sees the case, of a closed household too. */
export async function exportJson(
  context: CommandContext,
  householdId: HouseholdId,
): Promise<Outcome<HouseholdExport>> {
  return logged(context, householdId, 'json');
}

/** The records as a FHIR R4 collection. */
export async function exportFhir(
  context: CommandContext,
  householdId: HouseholdId,
): Promise<Outcome<FhirBundle>> {
  const gathered = await logged(context, householdId, 'fhir');
  return gathered.ok ? ok(bundleOf(gathered.value)) : gathered;
}

async function logged(
  context: CommandContext,
  householdId: HouseholdId,
  format: ExportFormat,
): Promise<Outcome<HouseholdExport>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const gathered = await gather(tx, actor, householdId, now);
  if (gathered.ok) await append(context, householdId, { kind: 'export.made', format });
  return gathered;
}

async function gather(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  now: Date,
): Promise<Outcome<HouseholdExport>> {
  const page = await readHousehold(reader, actor, householdId);
  if (!page.ok) return page;
  const tasks = await readHouseholdTasks(reader, actor, householdId, now);
  if (!tasks.ok) return tasks;
  const {
    documents: _documents,
    can: _can,
    leadProposal: _proposal,
    lastActivityAt: _at,
    ...household
  } = page.value;
  const referrals = await presentReferrals(reader, await referralRowsOf(reader, householdId));
  const consents = await consentsOf(reader, householdId);
  const shown = await shownBodyBriefs(reader, [
    ...referrals.map(({ to }) => to.id),
    ...consents.flatMap(({ bodies }) => bodies.map(({ id }) => id)),
  ]);
  const isShown = ({ id }: { id: BodyId }) => shown.has(id);
  return ok({
    format: 'trama-household',
    version: 1,
    exportedAt: instantOf(now),
    household,
    goals: await goalsOf(reader, householdId),
    tasks: tasks.value.tasks.map(({ household: _household, steps: _steps, ...task }) => task),
    referrals: referrals.map((each) => ({ ...each, to: isShown(each.to) ? each.to : null })),
    consents: consents.map((each) => ({ ...each, bodies: each.bodies.filter(isShown) })),
  });
}
