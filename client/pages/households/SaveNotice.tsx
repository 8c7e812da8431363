/** In the header while documents are open: whether what stands on the screen is committed. */
import { type JSX, Show } from 'solid-js';
import { useCollab } from '../../collab/collab.tsx';
import type { SaveState } from '../../collab/save-state.ts';
import { IntoHeader } from '../../ui/header-slots.tsx';
import { type Saved, SavedState } from '../../ui/SavedState.tsx';

/** Before the first sync nothing is said: there is nothing to save yet. */
export function savedOf(state: SaveState | undefined): Saved | undefined {
  switch (state?.state) {
    case 'saved':
      return { state: 'saved' };
    case 'saving':
      return { state: 'saving' };
    case 'offline':
      return { state: 'offline', unsaved: state.unsynced };
    case 'connecting':
    case 'closed':
    case undefined:
      return undefined;
  }
}

export function SaveNotice(): JSX.Element {
  const documents = useCollab();
  return (
    <Show when={savedOf(documents.state())}>
      {(saved) => (
        <IntoHeader slot="saved">
          <SavedState saved={saved()} />
        </IntoHeader>
      )}
    </Show>
  );
}
