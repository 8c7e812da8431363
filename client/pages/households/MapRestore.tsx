/** Bringing ties, places or the whole map of another moment back into the live one. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import * as Y from 'yjs';
import type { MapPicture } from '../../../shared/documents/map-picture.ts';
import { partsThatDiffer, restoreInMap } from '../../../shared/documents/map-restore.ts';
import { mapNodes, mapTies } from '../../../shared/documents/network-map.ts';
import { newId, VersionId } from '../../../shared/ids.ts';
import { versionEndpoints } from '../../../shared/records/versions.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { type Answer, call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useToasts } from '../../ui/Toast.tsx';

export function MapRestore(props: {
  shared: SharedDocument;
  live: MapPicture;
  /** The map as it was then. */
  then: MapPicture;
  title: string;
  onClose: () => void;
}): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const { shared, then } = props;
  const parts = partsThatDiffer(props.live, then);
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set([...parts.nodes, ...parts.ties]));
  const all = [...parts.nodes, ...parts.ties];
  const toggle = (key: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  const nameOf = (key: string) => (then.nodes[key] ?? props.live.nodes[key])?.label ?? '';
  const wordsOf = (key: string): string => {
    const tie = then.ties[key] ?? props.live.ties[key];
    const picture = then.ties[key] ? then : props.live;
    const far = tie && (picture.nodes[tie.source]?.kind === 'member' ? tie.target : tie.source);
    const name = tie && far ? t('versions.mapTie', { name: picture.nodes[far]?.label ?? '' }) : nameOf(key);
    const isThere = key in props.live.nodes || key in props.live.ties;
    const comes = key in then.nodes || key in then.ties;
    if (isThere && comes) return name;
    return t(comes ? 'versions.mapBack' : 'versions.mapAway', { name });
  };
  /** The map's own undo is gone while another day is drawn. */
  const undo = new Y.UndoManager([mapNodes(shared.doc), mapTies(shared.doc)]);
  const bring = createAction(
    async (): Promise<Answer<unknown>> => {
      const kept = await call(versionEndpoints.keep, {
        params: { documentId: shared.documentId },
        body: { kind: 'before-restoring', id: newId(VersionId) },
      });
      if (!kept.ok) return kept;
      if (shared.access() !== 'write' || shared.closeReason()) {
        return { ok: false, code: 'not-yours-to-do', fields: [] };
      }
      const keysOf = (of: readonly string[]) => of.filter((key) => chosen().has(key));
      restoreInMap(shared.doc, then, { nodes: keysOf(parts.nodes), ties: keysOf(parts.ties) }, undo);
      return kept;
    },
    {
      touches: () => [[...keys.pasts, shared.documentId]],
      onDone: () => {
        showToast({
          text: t('versions.restored'),
          action: { label: t('ui.undo'), onPress: () => undo.undo() },
        });
        props.onClose();
      },
    },
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('versions.mapRestoreTitle')}
      description={props.title}
      act={t('versions.restoreAct')}
      action={bring}
      onSubmit={() => void (chosen().size > 0 ? bring.run() : props.onClose())}
    >
      <Show when={all.length > 0} fallback={<p>{t('versions.nothingToRestore')}</p>}>
        <fieldset class="map-parts">
          <label>
            <input
              type="checkbox"
              checked={chosen().size === all.length}
              onChange={(event) => setChosen(new Set(event.currentTarget.checked ? all : []))}
            />{' '}
            <strong>{t('versions.mapRestoreAll')}</strong>
          </label>
          <For each={all}>
            {(key) => (
              <label>
                <input type="checkbox" checked={chosen().has(key)} onChange={() => toggle(key)} />{' '}
                <bdi>{wordsOf(key)}</bdi>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <p class="soft">{t('versions.mapRestoreExplain')}</p>
    </ActionDialog>
  );
}
