/** A11: initiatives held and community spaces. They are of bodies, not of people: nothing in them is hidden. */
import { sql } from 'drizzle-orm';
import type { Day } from '../../../shared/dates.ts';
import type { BodyId, ProgrammeId } from '../../../shared/ids.ts';
import type { Indicator } from '../../../shared/records/indicators.ts';
import type { Reader } from '../../db/connect.ts';

export type Filters = {
  readonly asOf: Day;
  readonly desk: BodyId | null;
  readonly programme: ProgrammeId | null;
  readonly district: number | null;
};

/**
 * Initiatives held (A8: with attendance, which is of a session): each session that was held by the end of the day, of all
 * that were planned; one that meets every week was held as often as people came together. And Case del Quartiere with a space that was open then or
 * where an initiative had been held. A space belongs to no programme: only through an initiative.
 */
export async function territoryIndicators(
  reader: Reader,
  { asOf, desk, programme, district }: Filters,
): Promise<Indicator[]> {
  const [row] = await reader.execute<{ planned: number; held: number; spaces: number; casas: number }>(sql`
    with place as (
      select id, kind = 'casa_del_quartiere' as casa from body
      where (${desk}::uuid is null or id = ${desk}) and (${district}::int is null or district = ${district})
        and not concealed
    ), own as (
      select initiative.body_id, initiative.space_id,
          session.status = 'held' and (session.starts_at at time zone 'Europe/Rome')::date <= ${asOf} as held
        from initiative join place on place.id = initiative.body_id
          join initiative_session session on session.initiative_id = initiative.id
        where ${programme}::uuid is null or initiative.programme_id = ${programme}
    ), used as (
      select body_id from own where held
      union select space.body_id from own join space on space.id = own.space_id where own.held
      union select body_id from space
        where ${programme}::uuid is null and opened_on <= ${asOf} and (closed_on is null or closed_on > ${asOf})
    )
    select (select count(*) from own) as planned, (select count(*) from own where held) as held,
      (select count(*) from place where casa and id in (select body_id from used)) as spaces,
      (select count(*) from place where casa) as casas`);
  const { planned = 0, held = 0, spaces = 0, casas = 0 } = row ?? {};
  const counted = { form: 'count', unknowns: 0, suppressed: false, by: null, cells: [] } as const;
  return [
    { ...counted, cells: [], code: 'initiatives_held', numerator: held, denominator: planned, value: held },
    { ...counted, cells: [], code: 'community_spaces', numerator: spaces, denominator: casas, value: spaces },
  ];
}
