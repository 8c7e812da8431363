/** Keeping the network's own agendas: written, rewritten under the version one saw, withdrawn (X23). */
import { eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { ConferenceTemplateId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type {
  ConferenceTemplate,
  ConferenceTemplateDraft,
} from '../../../shared/records/conference-templates.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { refuseCaseData } from '../territory/guards.ts';
import { mayKeepTemplates, presentTemplates } from './queries.ts';
import { type ConferenceTemplateRow, conferenceTemplate } from './table.ts';

type Of = { readonly templateId: ConferenceTemplateId; readonly version: number };

/** Writes a new one. The same id again answers the same. */
export async function writeTemplate(
  context: CommandContext,
  draft: ConferenceTemplateDraft,
): Promise<Outcome<ConferenceTemplate>> {
  const { tx, actor, now } = context;
  const problem = refuseWords(context, draft);
  if (problem !== null) return problem;
  const [made] = await tx
    .insert(conferenceTemplate)
    .values({ ...draft, changedBy: actor.personId, changedAt: instantOf(now) })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) {
    const earlier = await lock(context, draft.id);
    return earlier.ok ? present(context, earlier.value) : earlier;
  }
  await append(context, null, { kind: 'conference-template.written', conferenceTemplateId: draft.id });
  return present(context, made);
}

/** Rewrites one. Conferences that began from it keep their agenda: they took its words, not a link to it. */
export async function changeTemplate(
  context: CommandContext,
  { templateId, version, ...given }: Omit<ConferenceTemplateDraft, 'id'> & Of,
): Promise<Outcome<ConferenceTemplate>> {
  const problem = refuseWords(context, given);
  if (problem !== null) return problem;
  const locked = await lockAt(context, { templateId, version });
  if (!locked.ok) return locked;
  const after = await update(context, templateId, given);
  await append(context, null, { kind: 'conference-template.changed', conferenceTemplateId: templateId });
  return present(context, after);
}

/** Takes it out of the list, for good. */
export async function withdrawTemplate(
  context: CommandContext,
  of: Of,
): Promise<Outcome<Record<string, never>>> {
  if (!mayKeepTemplates(context.actor)) return refuse('not-yours-to-do');
  const locked = await lockAt(context, of);
  if (!locked.ok) return locked;
  const { templateId } = of;
  await update(context, templateId, { withdrawnAt: instantOf(context.now) });
  await append(context, null, { kind: 'conference-template.withdrawn', conferenceTemplateId: templateId });
  return ok({});
}

/** Everybody in the network reads them: no family's code, number or address belongs there. */
const refuseWords = (
  { actor }: CommandContext,
  { name, points }: Pick<ConferenceTemplateDraft, 'name' | 'points'>,
) =>
  mayKeepTemplates(actor)
    ? refuseCaseData({
        name,
        ...Object.fromEntries(points.map(({ title }, i) => [`points.${i}.title`, title])),
      })
    : refuse('not-yours-to-do');

async function lockAt(
  context: CommandContext,
  { templateId, version }: Of,
): Promise<Outcome<ConferenceTemplateRow>> {
  const locked = await lock(context, templateId);
  return locked.ok && locked.value.version !== version ? refuse('changed-meanwhile') : locked;
}

async function lock(
  { tx }: CommandContext,
  id: ConferenceTemplateId,
): Promise<Outcome<ConferenceTemplateRow>> {
  const [row] = await tx.select().from(conferenceTemplate).where(eq(conferenceTemplate.id, id)).for('update');
  return row === undefined || row.withdrawnAt !== null ? refuse('not-available') : ok(row);
}

async function update(
  { tx, actor, now }: CommandContext,
  id: ConferenceTemplateId,
  change: Partial<ConferenceTemplateRow>,
): Promise<ConferenceTemplateRow> {
  const [row] = await tx
    .update(conferenceTemplate)
    .set({
      ...change,
      changedBy: actor.personId,
      changedAt: instantOf(now),
      version: sql`${conferenceTemplate.version} + 1`,
    })
    .where(eq(conferenceTemplate.id, id))
    .returning();
  assert(row, 'a locked template is still there');
  return row;
}

async function present(
  { tx }: CommandContext,
  row: ConferenceTemplateRow,
): Promise<Outcome<ConferenceTemplate>> {
  const [presented] = await presentTemplates(tx, [row]);
  assert(presented, 'one row gives one template');
  return ok(presented);
}
