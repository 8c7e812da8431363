/** Taking families in from a file: checked as a whole, taken in one by one, so that a bad one holds up nobody. */
import type { Actor } from '../../../shared/access.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { HouseholdDraft } from '../../../shared/records/households.ts';
import type { ImportedFamily, ImportProblem, ImportReport } from '../../../shared/records/imports.ts';
import { append } from '../../activity/log.ts';
import { runCommand, type World } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { householdBriefs } from '../households/briefs.ts';
import { openGranted } from '../households/open.ts';
import { tutorsByEmail } from '../people/queries.ts';
import { type ReadFamily, readFamilies } from './read-families.ts';

/** What taking the file would do. Changes nothing. */
export async function checkImport(world: World, csv: string): Promise<Outcome<ImportReport>> {
  const read = await look(world, csv);
  if (!read.ok) return read;
  const { families, ignored } = read.value;
  return ok({ families: families.map(({ report }) => report), ignored });
}

/** Takes in every family that is new and has nothing wrong, each in a transaction of its own. */
export async function takeImport(world: World, actor: Actor, csv: string): Promise<Outcome<ImportReport>> {
  const read = await look(world, csv);
  if (!read.ok) return read;
  const taken: ImportedFamily[] = [];
  for (const { report, draft } of read.value.families) {
    const outcome = draft && (await runCommand(world, actor, (context) => openGranted(context, draft)));
    taken.push(outcome?.ok ? { ...report, code: outcome.value.code } : report);
  }
  const families = taken.filter(({ state, code }) => state === 'new' && code !== null).length;
  const wrong = taken.filter(({ state }) => state === 'wrong').length;
  if (families > 0) {
    await runCommand(world, actor, async (context) => {
      await append(context, null, { kind: 'import.taken', families, wrong });
      return ok(null);
    });
  }
  return ok({ families: taken, ignored: read.value.ignored });
}

type Looked = { readonly report: ImportedFamily; readonly draft: HouseholdDraft | null };

async function look(
  { db, now }: World,
  csv: string,
): Promise<Outcome<{ families: Looked[]; ignored: string[] }>> {
  const read = readFamilies(csv, dayOf(now()));
  if (!read.ok) return read;
  const { families, ignored } = read.value;
  const tutors = await tutorsByEmail(
    db.orm,
    families.map(({ tutorEmail }) => tutorEmail),
  );
  const known = await knownHouseholds(db.orm, families);
  return ok({ families: families.map((family) => looked(family, tutors, known)), ignored });
}

async function knownHouseholds(
  reader: Reader,
  families: readonly ReadFamily[],
): Promise<Map<HouseholdId, string>> {
  const briefs = await householdBriefs(
    reader,
    families.map(({ draft }) => draft.id),
  );
  return new Map([...briefs.values()].map(({ id, code }) => [id, code]));
}

function looked(
  { key, lines, draft, tutorEmail, problems }: ReadFamily,
  tutors: ReadonlyMap<string, PersonId>,
  known: ReadonlyMap<HouseholdId, string>,
): Looked {
  const tutorId = tutors.get(tutorEmail);
  const code = known.get(draft.id) ?? null;
  const noTutor: ImportProblem[] =
    tutorId === undefined && tutorEmail !== ''
      ? [{ line: lines[0] ?? 0, column: 'tutor_email', code: 'not-a-tutor' }]
      : [];
  const wrong = [...problems, ...noTutor];
  const state = code !== null ? 'known' : wrong.length > 0 ? 'wrong' : 'new';
  return {
    report: {
      key,
      name: draft.name,
      lines: [...lines],
      members: draft.members.length,
      state,
      code,
      problems: state === 'wrong' ? wrong : [],
    },
    draft: state === 'new' && tutorId ? { ...draft, tutorId, tutorReason: 'Da un elenco caricato.' } : null,
  };
}
