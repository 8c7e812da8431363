/** The tasks that a conference's decisions became: they were given while it was held, and are confirmed by its freezing. */
import type { ConferenceId, HouseholdId, TaskId } from '../../../shared/ids.ts';
import { isTaskOpen } from '../../../shared/records/tasks.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { taskRowsOf } from '../tasks/queries.ts';

type OfConference = { readonly id: ConferenceId; readonly householdId: HouseholdId };

/** Those that somebody does or has done: a decision whose task was declined or cancelled is nobody's again. */
export async function tasksOfConference(reader: Reader, { id, householdId }: OfConference) {
  const rows = await taskRowsOf(reader, householdId);
  return rows.flatMap(({ source, status, ...task }) =>
    source.kind === 'decision' && source.conferenceId === id && (isTaskOpen(status) || status === 'done')
      ? [{ ...task, status, decisionId: source.decisionId }]
      : [],
  );
}

/** Tells the owners of open tasks that the minutes they come from are agreed. */
export async function confirmTasks(
  context: CommandContext,
  { householdId, conferenceId }: { householdId: HouseholdId; conferenceId: ConferenceId },
): Promise<TaskId[]> {
  const tasks = await tasksOfConference(context.tx, { id: conferenceId, householdId });
  const open = tasks.filter(({ status }) => isTaskOpen(status));
  for (const { id, ownerId } of open) {
    const event = { kind: 'minutes.task-confirmed', conferenceId, taskId: id, ownerId } as const;
    await append(context, householdId, event);
  }
  return open.map(({ id }) => id);
}
