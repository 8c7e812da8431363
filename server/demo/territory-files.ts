/** The part of network/extras.json that tells of the territory. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ContentLanguage } from '../../shared/languages.ts';
import { GoalObjective } from '../../shared/records/goals.ts';
import { InitiativeKind } from '../../shared/records/initiatives.ts';
import { SpaceResource } from '../../shared/records/spaces.ts';
import { StoryDate } from './story-dates.ts';

const Version = z.object({ on: StoryDate, change: z.string(), body: z.string().optional() });

export const TerritoryFile = z.object({
  spaces: z.array(
    z.object({
      body: z.string(),
      name: z.string(),
      seats: z.int(),
      uses: z.array(SpaceResource),
      stepFree: z.boolean(),
      hours: z.string(),
      note: z.string().default(''),
    }),
  ),
  initiatives: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      kind: InitiativeKind,
      place: z.string(),
      /** Whose initiative it is, where a programme pays for it. */
      programme: z.string().nullish(),
      start: StoryDate,
      ledBy: z.string(),
      languages: z.array(ContentLanguage),
      objective: GoalObjective,
      attendance: z.object({
        women: z.int().nullable(),
        children: z.int().nullable(),
        partners: z.int().nullable(),
        newcomers: z.int().nullable(),
      }),
      note: z.string().default(''),
    }),
  ),
  communityPacts: z.array(
    z.object({
      name: z.string(),
      area: z.string(),
      start: StoryDate,
      end: StoryDate,
      signed: StoryDate,
      bodies: z.array(z.string()),
      volunteers: z.array(z.object({ count: z.int(), skills: z.array(z.string()), hoursPerMonth: z.int() })),
      interventions: z.array(z.string()),
      publicLink: z.string(),
    }),
  ),
  trainings: z.array(
    z.object({
      title: z.string(),
      start: StoryDate,
      hours: z.number(),
      trainer: z.string(),
      place: z.string(),
      attended: z.array(z.string()),
    }),
  ),
  methodPages: z.array(
    z.object({
      title: z.string(),
      updated: StoryDate,
      by: z.string(),
      change: z.string(),
      body: z.string(),
      earlier: z.array(Version.required()),
    }),
  ),
  tables: z.array(
    z.object({
      name: z.string(),
      purpose: z.string(),
      members: z.array(z.string()),
      sessions: z.array(
        z.object({
          start: StoryDate,
          attended: z.int().nullable(),
          topics: z.array(z.string()),
          decisions: z.array(z.string()),
        }),
      ),
    }),
  ),
  procedures: z.array(
    z.object({
      title: z.string(),
      versions: z.array(Version.extend({ by: z.string() })),
      body: z.string(),
    }),
  ),
});
export type TerritoryFile = z.infer<typeof TerritoryFile>;

/** Reads and checks it. Throws when it isn't what is written above. */
export const readTerritory = async (): Promise<TerritoryFile> =>
  TerritoryFile.parse(JSON.parse(await readFile(new URL('./network/extras.json', import.meta.url), 'utf8')));
