/** X23: the network keeps agendas of its own to begin conferences from. */
import { expect, test } from 'vitest';
import {
  changeTemplate,
  withdrawTemplate,
  writeTemplate,
} from '../../../server/records/conference-templates/commands.ts';
import { readTemplates } from '../../../server/records/conference-templates/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import { ConferenceTemplateId, newId } from '../../../shared/ids.ts';
import type { ConferenceTemplateDraft } from '../../../shared/records/conference-templates.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const [coordinator, tutor] = [await makeWorker(world, 'coordinator'), await makeWorker(world, 'tutor')];
const draft = (given: Partial<ConferenceTemplateDraft> = {}): ConferenceTemplateDraft => ({
  id: newId(ConferenceTemplateId),
  kind: 'review',
  name: 'Verifica breve',
  minutesLong: 45,
  points: [{ title: 'Le parole della mamma', minutes: 15 }],
  ...given,
});
const write = (by: Actor, given: ConferenceTemplateDraft) =>
  act(world, by, (context) => writeTemplate(context, given));

test('X23: only the coordination and the administration keep them, and no family is named in one', async () => {
  expect(await write(tutor, draft())).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await write(coordinator, draft({ name: 'La famiglia Idrissi' }))).toMatchObject({
    fields: [{ path: 'name', code: 'case-data' }],
  });
  expect(await write(await makeWorker(world, 'admin'), draft())).toMatchObject({ ok: true });
});

test('X23: of two who rewrite one at once one wins; the other is told; a withdrawn one is gone', async () => {
  const made = await must(write(coordinator, draft({ name: 'Emergenza' })));
  expect(await must(write(coordinator, draft({ id: made.id })))).toEqual(made);
  const { id: templateId, version } = made;
  const rewrite = (minutesLong: number) =>
    act(world, coordinator, (context) => {
      const { id: _, ...given } = draft({ minutesLong });
      return changeTemplate(context, { ...given, templateId, version });
    });
  const answers = await Promise.all([rewrite(20), rewrite(30)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'changed-meanwhile' });
  const withdraw = (at: number) =>
    act(world, coordinator, (context) => withdrawTemplate(context, { templateId, version: at }));
  expect(await withdraw(version)).toEqual({ ok: false, code: 'changed-meanwhile' });
  await must(withdraw(version + 1));
  expect(await withdraw(version + 2)).toEqual({ ok: false, code: 'not-available' });
  expect((await readTemplates(db.orm)).map(({ id }) => id)).not.toContain(templateId);
});
