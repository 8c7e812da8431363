/** What happened along a family's path, one sentence for each kind of event. */
export const happened = {
  'report.received': '{actor} received a report',
  'window.done': '{actor} marked as done for {member}: {window}',
  'window.dismissed': '{actor} chose to make no task of it, for {member}: {window}',
  'window.reopened': '{actor} reopened, for {member}: {window}',
  'calendar.rule-changed': '{actor} changed a rule of the calendar: {window}, from {date}',
  'map.snapshot-taken': '{actor} kept the map as “{snapshotId}”',
};
