/** What the server does by itself, by rule and by nobody: looked at every minute, on every node, and done once. */
import type { World } from './command.ts';
import { raiseDropOutSignals } from './records/contacts/drop-out.ts';
import { askForTieReviews } from './records/map-history/reviews.ts';
import { forgetNotifications } from './records/notifications/commands.ts';
import { mailNews } from './records/notifications/mail.ts';
import { askForStayReviews } from './records/placements/review-tasks.ts';
import { escalateWaitingReferrals } from './records/referrals/escalation.ts';
import { escalateOverdueTasks } from './records/tasks/escalation.ts';

export const ruleEveryMs = 60_000;

export type Rule = {
  /** For the log, when it fails. */
  readonly doing: string;
  /** Answers how many times it applied. */
  readonly run: (world: World) => Promise<number>;
};

export const rules: readonly Rule[] = [
  { doing: 'escalating tasks', run: escalateOverdueTasks },
  { doing: 'escalating referrals', run: escalateWaitingReferrals },
  { doing: 'looking for silence', run: raiseDropOutSignals },
  { doing: 'asking for reviews of stays', run: askForStayReviews },
  { doing: 'asking for reviews of ties', run: askForTieReviews },
  { doing: 'mailing what is new', run: mailNews },
  { doing: 'forgetting notifications', run: forgetNotifications },
];
