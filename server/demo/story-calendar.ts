/** The thousand days of a household's story: what was done of its windows, and the map as it was kept on other days. */
import { newId, SnapshotId } from '../../shared/ids.ts';
import { ok } from '../../shared/outcome.ts';
import { type CommandContext, runCommand, type World } from '../command.ts';
import { markWindow } from '../records/calendar/commands.ts';
import { householdWindows } from '../records/calendar/queries.ts';
import { takeSnapshot } from '../records/map-history/commands.ts';
import { mustHold } from './cast.ts';
import type { MapFile } from './document-files.ts';
import type { Step, Story } from './story.ts';

type Milestone = Story['file']['milestones'][number];

export function stepsOfCalendar(story: Story): Step[] {
  const { file } = story;
  const closed = file.closure?.on.day ?? Number.POSITIVE_INFINITY;
  const told = file.milestones.filter(({ on }) => on.day <= closed);
  return told.map((milestone) => {
    const by = story.tutorOn(Math.max(milestone.on.day, story.opened.day));
    return story.step(milestone.on, '16:30', by, `${milestone.code} is done`, (context) =>
      markMilestone(context, story, milestone),
    );
  });
}

/** As a person would: of the window that is there that day. Where no rule asked for it, there is none to mark. */
async function markMilestone(context: CommandContext, story: Story, { code, member, on }: Milestone) {
  const { id: householdId, calendar } = story;
  const memberId = story.member(member);
  const day = calendar.dayOf(on);
  const windows = await householdWindows(context.tx, householdId, calendar.today);
  const window = windows.find(
    (one) => one.rule === code && one.memberId === memberId && !one.expected && one.reference <= day,
  );
  if (window === undefined) return ok({});
  const name = { rule: code, memberId, reference: window.reference };
  return markWindow(context, { householdId, ...name, mark: { kind: 'done', on: day }, was: null });
}

type SnapshotFile = MapFile['snapshots'][number];

/** Today's map without the places that were not there yet, and with the strengths of that day. */
export function mapOn(
  { nodes, ties, snapshots }: MapFile,
  { absentNodes, changedTies }: SnapshotFile,
): MapFile {
  const absent = new Set(absentNodes);
  const strengthOf = new Map(changedTies.map(({ key, strength }) => [key, strength]));
  return {
    snapshots,
    nodes: nodes.filter(({ key }) => !absent.has(key)),
    ties: ties
      .filter(({ source, target }) => !absent.has(source) && !absent.has(target))
      .map((tie) => ({ ...tie, strength: strengthOf.get(tie.key) ?? tie.strength })),
  };
}

/** Keeps the map as it is written now, on the snapshot's own day; by that day's tutor. */
export async function keepSnapshot(world: World, story: Story, { on, label }: SnapshotFile): Promise<void> {
  const at = story.calendar.momentOf(on, '18:00');
  const kept = await runCommand({ ...world, now: () => at }, story.tutorOn(on.day), (context) =>
    takeSnapshot(context, { householdId: story.id, id: newId(SnapshotId), label }),
  );
  mustHold(`${story.file.key}: the map is kept`, kept);
}
