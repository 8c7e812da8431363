/** In the header of every page, while documents are open or changes wait: whether they are committed. */
import { Show } from 'solid-js';
import { useCollab } from '../../collab/collab-context.tsx';
import { SavedState } from '../../ui/SavedState.tsx';
/** Before the first sync nothing is said: there is nothing to save yet. */
export function savedOf(state) {
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
export function SaveNotice() {
    const documents = useCollab();
    return <Show when={savedOf(documents.state())}>{(saved) => <SavedState saved={saved()}/>}</Show>;
}
