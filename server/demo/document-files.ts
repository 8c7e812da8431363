/** What a household of the demo network wrote together: server/demo/network/documents/. */
import { z } from 'zod';
import { AnnotationKind } from '../../shared/documents/annotations.ts';
import {
  GenogramSymbol,
  NodeKind,
  Ring,
  TieEnergy,
  TieNetwork,
  TieStrength,
  TieSupport,
} from '../../shared/documents/network-map.ts';
import { ContentLanguage } from '../../shared/languages.ts';
import { Right } from '../../shared/records/rights.ts';
import { Zone } from '../../shared/records/zones.ts';
import { StoryDate } from './story-dates.ts';

const Run = z.union([
  z.object({ text: z.string() }),
  z.object({ chip: z.enum(['person', 'task', 'referral']), ref: z.string() }),
]);
export type RunFile = z.infer<typeof Run>;

const Block = z.discriminatedUnion('type', [
  z.object({ id: z.string(), type: z.literal('heading'), content: z.array(Run) }),
  z.object({ id: z.string(), type: z.literal('paragraph'), content: z.array(Run) }),
  z.object({ id: z.string(), type: z.literal('bulletList'), items: z.array(z.array(Run)) }),
  z.object({ id: z.string(), type: z.literal('goal'), ref: z.string() }),
  z.object({
    id: z.string(),
    type: z.literal('voice'),
    speaker: z.string(),
    language: ContentLanguage,
    original: z.string(),
    content: z.array(Run),
  }),
]);
export type BlockFile = z.infer<typeof Block>;

const Thread = z.object({
  key: z.string(),
  block: z.string(),
  quote: z.string(),
  kind: AnnotationKind,
  author: z.string(),
  language: ContentLanguage,
  created: StoryDate,
  text: z.string(),
  replies: z.array(
    z.object({ author: z.string(), language: ContentLanguage, created: StoryDate, text: z.string() }),
  ),
  resolved: z.boolean(),
});
export type ThreadFile = z.infer<typeof Thread>;

const MapFile = z.object({
  nodes: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kind: NodeKind,
      ring: Ring,
      x: z.number(),
      y: z.number(),
      ref: z.string().nullish(),
      symbol: GenogramSymbol.nullish(),
      index: z.boolean().nullish(),
    }),
  ),
  ties: z.array(
    z.object({
      key: z.string(),
      source: z.string(),
      target: z.string(),
      strength: TieStrength,
      energy: TieEnergy,
      network: TieNetwork,
      supports: z.array(TieSupport),
      frequency: z.string().nullish(),
      since: StoryDate.nullish(),
      review: StoryDate.nullish(),
      note: z.string().nullish(),
    }),
  ),
  /** How it was on other days, as differences against today. */
  snapshots: z.array(
    z.object({
      on: StoryDate,
      label: z.string(),
      absentNodes: z.array(z.string()),
      changedTies: z.array(z.object({ key: z.string(), strength: TieStrength })),
    }),
  ),
});
export type MapFile = z.infer<typeof MapFile>;

const MinutesFile = z.object({
  conference: z.string(),
  attendance: z.array(
    z.object({
      person: z.string().optional(),
      member: z.string().optional(),
      guest: z.string().optional(),
      present: z.boolean(),
      where: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
  items: z.array(z.object({ agenda: z.string(), text: z.string() })),
  decisions: z.array(z.object({ text: z.string(), task: z.string().optional() })),
  dissent: z.array(z.object({ who: z.string(), text: z.string() })),
  voice: z.array(
    z.object({ speaker: z.string(), language: ContentLanguage, original: z.string(), text: z.string() }),
  ),
});
export type MinutesFile = z.infer<typeof MinutesFile>;

const PactTextFile = z.object({
  blocks: z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('paragraph'), text: z.string() }),
      z.object({ type: z.literal('heading'), text: z.string() }),
      z.object({ type: z.literal('bulletList'), items: z.array(z.string()) }),
      z.object({
        type: z.literal('quote'),
        language: ContentLanguage,
        original: z.string(),
        text: z.string(),
      }),
    ]),
  ),
  annotations: z.array(
    z.object({
      author: z.string(),
      language: ContentLanguage,
      created: StoryDate,
      quote: z.string(),
      text: z.string(),
    }),
  ),
  plainTranslation: z.object({ language: ContentLanguage, by: z.string(), text: z.string() }),
});

export const HouseholdDocuments = z.object({
  household: z.string(),
  plan: z.object({
    intro: z.array(Block),
    sections: z.array(z.object({ right: Right, heading: z.string(), blocks: z.array(Block) })),
  }),
  annotations: z.object({ threads: z.array(Thread) }),
  networkMap: MapFile,
  minutes: z.array(MinutesFile).default([]),
  inclusionPact: PactTextFile.nullish(),
  notes: z
    .array(
      z.object({
        kind: Zone,
        entries: z.array(z.object({ author: z.string(), on: StoryDate, text: z.string() })),
      }),
    )
    .default([]),
});
export type HouseholdDocuments = z.infer<typeof HouseholdDocuments>;
