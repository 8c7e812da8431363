/** With which other moment the shown one is compared. */
import { createSignal, type JSX } from 'solid-js';
import { VersionId } from '../../../shared/ids.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Select } from '../../ui/inputs.tsx';
import type { History, Moment } from './history.ts';
import { momentWords } from './moment-words.ts';

export function CompareWith(props: { history: History }): JSX.Element {
  const words = useMessages();
  const { t } = words;
  const { history } = props;
  /** A moment that was held while one moves on to another. */
  const [pinned, setPinned] = createSignal<Moment>();
  const options = () => {
    const held = pinned();
    return [
      { value: 'before', label: t('versions.with.before') },
      { value: 'now', label: t('versions.with.now') },
      { value: 'pin', label: t('versions.with.pin') },
      ...(held
        ? [
            {
              value: 'pinned',
              label: t('versions.with.pinned', { moment: momentWords(held, history, words) }),
            },
          ]
        : []),
      ...history.versions().map((version) => ({
        value: version.id as string,
        label: momentWords({ kind: 'version', id: version.id }, history, words),
      })),
    ];
  };
  const value = () => {
    const against = history.against();
    if (against.kind === 'version') return against.id;
    return against.kind === 'row' ? 'pinned' : against.kind;
  };
  const choose = (chosen: string) => {
    const id = VersionId.safeParse(chosen).data;
    if (id) return history.compareWith({ kind: 'version', id });
    if (chosen === 'now' || chosen === 'before') return history.compareWith({ kind: chosen });
    const held = chosen === 'pin' ? history.shown() : pinned();
    if (!held) return;
    setPinned(held);
    history.compareWith(held);
  };
  return (
    <span class="hw-with">
      <span class="xs" aria-hidden="true">
        {t('versions.compareWith')}
      </span>
      <Select aria-label={t('versions.compareWith')} value={value()} options={options()} onValue={choose} />
    </span>
  );
}
