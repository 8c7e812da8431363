/** Letters over HTTP: reading what a demo doesn't send, and ending mail with one click (RFC 8058). */
import { ok, refuse } from '../../../shared/outcome.ts';
import { letterEndpoints } from '../../../shared/records/letters.ts';
import { runByNobody } from '../../command.ts';
import { unsentLetters } from '../../outbox/unsent.ts';
import { type Route, serve, servePublic } from '../../route.ts';
import { endMail } from '../notifications/commands.ts';

export const letterRoutes = ({ origin, isDemo }: { origin: string; isDemo: boolean }): Route[] => [
  serve(letterEndpoints.mine, async (world, actor) =>
    isDemo ? ok({ letters: await unsentLetters(world, origin, actor.personId) }) : refuse('not-available'),
  ),
  servePublic(letterEndpoints.unsubscribe, (world, { query }) =>
    runByNobody(world, ({ tx }) => endMail(tx, query.key)),
  ),
];
