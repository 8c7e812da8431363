/** The register of trainings as the workers read it. */
import { desc, inArray } from 'drizzle-orm';
import type { Training } from '../../../shared/records/trainings.ts';
import type { Reader } from '../../db/connect.ts';
import { shownBodyBriefs } from '../bodies/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { type TrainingRow, training, trainingAttendee } from './table.ts';

/** All trainings, newest first. */
export const readTrainings = async (reader: Reader): Promise<Training[]> =>
  presentTrainings(
    reader,
    await reader.select().from(training).orderBy(desc(training.startsAt), desc(training.id)),
  );

/** Rows with the place and who came, in the same order. */
export async function presentTrainings(reader: Reader, rows: readonly TrainingRow[]): Promise<Training[]> {
  if (rows.length === 0) return [];
  const came = await reader
    .select()
    .from(trainingAttendee)
    .where(
      inArray(
        trainingAttendee.trainingId,
        rows.map(({ id }) => id),
      ),
    );
  const people = await personBriefs(
    reader,
    came.map(({ personId }) => personId),
  );
  const places = await shownBodyBriefs(
    reader,
    rows.flatMap(({ bodyId }) => bodyId ?? []),
  );
  return rows.map(({ bodyId, ...rest }) => ({
    ...rest,
    place: (bodyId && places.get(bodyId)) ?? null,
    attended: came
      .flatMap(({ trainingId, personId }) => (trainingId === rest.id ? (people.get(personId) ?? []) : []))
      .sort((a, b) => a.name.localeCompare(b.name, 'it')),
  }));
}
