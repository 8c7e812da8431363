/** D10: shared procedures whose versions all stay. C11: method pages are of the same kind. */
import { expect, test } from 'vitest';
import {
  addProcedureVersion,
  changeProcedureDraft,
  writeProcedure,
} from '../../../server/records/procedures/commands.ts';
import { readProcedures } from '../../../server/records/procedures/queries.ts';
import { addDays, type Day, dayOf } from '../../../shared/dates.ts';
import { newId, ProcedureId } from '../../../shared/ids.ts';
import { type Procedure, type ProcedureDraft, versionInForce } from '../../../shared/records/procedures.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(new Date());
const coordinator = await makeWorker(world, 'coordinator');
const tutor = await makeWorker(world, 'tutor');

const write = (given: Partial<ProcedureDraft> = {}, by = coordinator) =>
  act(world, by, (context) =>
    writeProcedure(context, {
      id: newId(ProcedureId),
      kind: 'procedure',
      title: 'Passare la regia',
      text: 'Chi la tiene la propone.\nChi la riceve la accetta.',
      change: 'Prima stesura',
      authorId: tutor.personId,
      inForceFrom: addDays(today, -30),
      ...given,
    }),
  );
const addVersion = ({ id }: Procedure, after: number, inForceFrom: Day | null = null) =>
  act(world, coordinator, (context) =>
    addProcedureVersion(context, {
      procedureId: id,
      after,
      text: 'Chi la tiene la propone con un motivo.',
      change: 'Il motivo',
      authorId: null,
      inForceFrom,
    }),
  );
const readAs = async (reader: typeof tutor, id: Procedure['id']) =>
  (await readProcedures(db.orm, reader)).find((each) => each.id === id);

test('D10: refused: a draft is read by who writes procedures, by nobody else', async () => {
  expect(await write({}, tutor)).toMatchObject({ code: 'not-yours-to-do' });
  const draft = await must(write({ inForceFrom: null }));
  expect(await readAs(tutor, draft.id)).toBeUndefined();
  expect(await readAs(coordinator, draft.id)).toMatchObject({ versions: [{ number: 1, inForceFrom: null }] });
  expect(await addVersion(draft, 1)).toMatchObject({ code: 'wrong-state' });
});

test('D10: two who write the next version at once are one version', async () => {
  const procedure = await must(write());
  const both = await Promise.all([addVersion(procedure, 1, today), addVersion(procedure, 1, today)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'changed-meanwhile' });
});

test('D10: refused: what was in force stays as it was written, in the database too', async () => {
  const procedure = await must(write());
  const [first] = procedure.versions;
  expect(first).toMatchObject({ author: { id: tutor.personId } });
  const rewrite = (number: number, writtenAt = first?.writtenAt ?? expect.fail('there is a version')) =>
    act(world, coordinator, (context) =>
      changeProcedureDraft(context, {
        procedureId: procedure.id,
        number,
        text: 'Altro testo',
        change: 'Altro',
        authorId: null,
        inForceFrom: today,
        writtenAt,
      }),
    );
  expect(await rewrite(1)).toMatchObject({ code: 'wrong-state' });
  await expect(db.sql`update procedure_version set text = 'x' where number = 1`).rejects.toThrow(
    /stays as it/,
  );
  await expect(db.sql`delete from procedure_version where number = 1`).rejects.toThrow(/stays as it/);

  expect(await addVersion(procedure, 1, addDays(today, -31))).toMatchObject({
    fields: [{ path: 'inForceFrom', code: 'before-start' }],
  });
  const drafted = await must(addVersion(procedure, 1));
  expect(versionInForce(drafted, today)?.number).toBe(1);
  expect(await readAs(tutor, procedure.id)).toMatchObject({ versions: [{ number: 1 }] });
  const inForce = await must(rewrite(2, drafted.versions[0]?.writtenAt));
  expect(versionInForce(inForce, today)).toMatchObject({ number: 2, text: 'Altro testo' });
  expect(versionInForce(inForce, addDays(today, -1))?.number).toBe(1);
  expect(await readAs(tutor, procedure.id)).toMatchObject({ versions: [{ number: 2 }, { number: 1 }] });
});

test('C11: refused: a method page tells of a way of working, never of a family', async () => {
  expect(await write({ kind: 'method', text: 'Come si è fatto con TRM-001' })).toMatchObject({
    fields: [{ path: 'text', code: 'case-data' }],
  });
  expect(await must(write({ kind: 'method' }))).toMatchObject({ kind: 'method' });
});
