/** Moments of a document's past, in words. */
import type { Sitting, Version } from '../../../shared/records/versions.ts';
import type { useMessages } from '../../messages/messages.tsx';
import { type History, type Moment, seqOf } from './history.ts';

type Words = Pick<ReturnType<typeof useMessages>, 't' | 'formats'>;

export function sittingWords({ start, end }: Sitting, { t, formats }: Words): string {
  const date = formats().date(start, 'weekday');
  const [from, to] = [formats().time(start), formats().time(end)];
  return from === to ? t('versions.at', { date, time: from }) : t('versions.range', { date, from, to });
}

export const versionName = ({ label, kind }: Version, { t }: Words): string =>
  kind === 'named' ? (label ?? '') : t(`versions.kind.${kind}`);

export function momentWords(moment: Moment, history: History, words: Words): string {
  const { t, formats } = words;
  if (moment.kind === 'now') return t('versions.now');
  if (moment.kind === 'version') {
    const version = history.versions().find(({ id }) => id === moment.id);
    return version ? `${versionName(version, words)} · ${formats().date(version.at)}` : '';
  }
  const seq = seqOf(moment, history.versions()) ?? 0;
  const sitting = history.sittings().find(({ from, to }) => seq >= from && seq <= to);
  return sitting ? sittingWords(sitting, words) : t('versions.first');
}
