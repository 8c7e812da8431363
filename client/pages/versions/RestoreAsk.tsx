/** Says what bringing words back will do, and does it. */
import { createResource, For, type JSX, Show } from 'solid-js';
import { createAction } from '../../api/action.ts';
import { keys } from '../../api/keys.ts';
import { compareTexts, countChanges, type LineChange } from '../../editor/history/compare.ts';
import type { Chosen } from '../../editor/history/restore.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { Ask } from './Ask.tsx';
import type { History, Moment } from './history.ts';
import { momentWords } from './moment-words.ts';
import { lineOf, restore } from './restoring.ts';

export function RestoreAsk(props: {
  history: History;
  moment: Moment;
  chosen: Chosen;
  /** From the moment to now; of a whole text they are looked for here. */
  changes: readonly LineChange[];
  onClose: () => void;
}): JSX.Element {
  const words = useMessages();
  const { t } = words;
  const { showToast } = useToasts();
  const { history, moment, chosen } = props;
  const [changes] = createResource(async () => {
    if (chosen !== 'all') return props.changes;
    const [then, now] = await Promise.all([history.linesAt(moment), history.linesAt({ kind: 'now' })]);
    return then.ok && now.ok ? compareTexts(then.value, now.value) : [];
  });
  /** From now to the moment: what came since goes, what went comes back. */
  const will = () => {
    const { added, removed, changed, moved } = countChanges(changes.latest ?? []);
    const counts = { added: removed, changed, removed: added, moved };
    return (['added', 'changed', 'removed', 'moved'] as const).flatMap((kind) =>
      counts[kind] > 0 ? [t(`versions.will.${kind}`, { n: counts[kind] })] : [],
    );
  };
  const hasRecords = () =>
    (changes.latest ?? []).some((change) => change.kind !== 'same' && lineOf(change).record !== undefined);
  const bring = createAction(() => restore(history, moment, chosen), {
    touches: () => [[...keys.pasts, history.documentId]],
    onDone: () => {
      showToast({ text: t('versions.restored') });
      props.onClose();
    },
  });
  return (
    <Ask
      onClose={props.onClose}
      title={t('versions.restoreTitle')}
      description={t('versions.restoreFrom', { moment: momentWords(moment, history, words) })}
      act={t('versions.restoreAct')}
      action={bring}
    >
      <Show when={will().length > 0} fallback={<p>{t('versions.nothingToRestore')}</p>}>
        <ul class="hr-will">
          <For each={will()}>{(line) => <li>{line}</li>}</For>
        </ul>
      </Show>
      <Show when={hasRecords()}>
        <p>{t('versions.goals')}</p>
      </Show>
      <p class="soft">{t('versions.restoreExplain')}</p>
    </Ask>
  );
}
