/** The one map from refusals to HTTP, and how a problem looks (RFC 9457). */
import type { Problem, Refusal, RefusalCode } from '../../shared/outcome.ts';

const statuses = {
  invalid: 422,
  'signed-out': 401,
  'wrong-credentials': 401,
  'not-available': 404,
  'not-yours-to-do': 403,
  'wrong-origin': 403,
  'changed-meanwhile': 409,
  'wrong-state': 409,
  'already-exists': 409,
  'proposal-pending': 409,
  'lead-must-be-public-service': 422,
  'tutor-exists': 409,
  'consent-missing': 409,
  'link-ended': 410,
  overdrawn: 409,
  'place-taken': 409,
  'someone-else-decides': 409,
  'too-large': 413,
  unreadable: 400,
  'slow-down': 429,
  'not-ready': 503,
} as const satisfies Record<RefusalCode, number>;

const titles: Record<Problem['code'], string> = {
  invalid: 'The request is not what the contract says.',
  'signed-out': 'Nobody is signed in.',
  'wrong-credentials': 'Wrong e-mail or password.',
  'not-available': 'Not available.',
  'not-yours-to-do': 'This act belongs to someone else.',
  'wrong-origin': 'The request comes from another site.',
  'changed-meanwhile': 'Somebody else changed it first.',
  'wrong-state': 'Its state doesn’t allow this step.',
  'already-exists': 'Already taken.',
  'proposal-pending': 'A handover of the regia waits for an answer.',
  'lead-must-be-public-service': 'Only a public social, health or education service can hold the regia.',
  'tutor-exists': 'The household has a tutor.',
  'consent-missing': 'The family’s consent is missing.',
  'link-ended': 'This link no longer works.',
  overdrawn: 'Not so much is left.',
  'place-taken': 'Already taken by somebody else.',
  'someone-else-decides': 'Whoever asked can’t be who decides.',
  'too-large': 'The request is too large.',
  unreadable: 'The request is not JSON.',
  'slow-down': 'Too many tries.',
  'not-ready': 'The server can’t answer just now.',
  broken: 'Something broke on our side.',
};

/** What a refusal says over HTTP. */
export const problemOf = (refusal: Refusal): Problem => ({
  type: 'about:blank',
  title: titles[refusal.code],
  status: statuses[refusal.code],
  code: refusal.code,
  ...(refusal.fields && { fields: [...refusal.fields] }),
  ...(refusal.retryAfterSeconds !== undefined && { retryAfterSeconds: refusal.retryAfterSeconds }),
});

/** A bug of ours: what it was is for the log, not for whoever asked. */
export const brokenProblem: Problem = {
  type: 'about:blank',
  title: titles.broken,
  status: 500,
  code: 'broken',
};

export function problemResponse(problem: Problem): Response {
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (problem.retryAfterSeconds !== undefined) headers.set('retry-after', String(problem.retryAfterSeconds));
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
