/** Bringing words of the past back into the live document. */
import { contentRoot } from '../../../shared/documents/rich-text.ts';
import { newId, VersionId } from '../../../shared/ids.ts';
import { versionEndpoints } from '../../../shared/records/versions.ts';
import { type Answer, call } from '../../api/call.ts';
import type { LineChange } from '../../editor/history/compare.ts';
import type { Line } from '../../editor/history/lines.ts';
import { type Chosen, restoreBlocks } from '../../editor/history/restore.ts';
import type { History, Moment } from './history.ts';

/** The outermost blocks that changes (from the past moment to now) stand in. */
export const blocksOf = (changes: readonly LineChange[]): Exclude<Chosen, 'all'> => ({
  old: new Set(changes.flatMap((change) => ('before' in change ? [change.before.top] : []))),
  live: new Set(changes.flatMap((change) => ('after' in change ? [change.after.top] : []))),
});

/** The changes of the section that a heading opens, itself included. */
export function sectionOf(changes: readonly LineChange[], heading: LineChange): LineChange[] {
  const start = changes.indexOf(heading);
  const level = lineOf(heading).level;
  const next = changes.findIndex((change, place) => {
    const line = lineOf(change);
    return place > start && line.kind === 'heading' && line.level <= level;
  });
  return changes.slice(start, next < 0 ? undefined : next);
}

export const lineOf = (change: LineChange): Line => ('after' in change ? change.after : change.before);

/**
 * Keeps how the document stands now as a version, then brings the chosen blocks back. Refused by the server when one may
 * not write, before anything has changed here.
 */
export async function restore(history: History, moment: Moment, chosen: Chosen): Promise<Answer<null>> {
  const { documentId, shared } = history;
  const kept = await call(versionEndpoints.keep, {
    params: { documentId },
    body: { kind: 'before-restoring', id: newId(VersionId) },
  });
  if (!kept.ok) return kept;
  if (shared.access() !== 'write' || shared.closeReason()) {
    return { ok: false, code: 'not-yours-to-do', fields: [] };
  }
  return history.withDoc(moment, (old) => {
    restoreBlocks(shared.doc.getXmlFragment(contentRoot), old.getXmlFragment(contentRoot), chosen);
    return null;
  });
}
