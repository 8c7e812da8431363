/** Keeps every record on the screen live while somebody is signed in, and says so in the header when it can't. */
import './feed.css';
import { useQueryClient } from '@tanstack/solid-query';
import { createContext, createEffect, createSignal, on, onCleanup, Show, useContext, } from 'solid-js';
import IconLost from '~icons/lucide/unplug';
import { useSession } from '../api/session.tsx';
import { useMessages } from '../messages/messages.tsx';
import { openFeed } from './feed.ts';
import { readAgain } from './read-again.ts';
import { staleKeys } from './stale-keys.ts';
const LiveContext = createContext();
export function LiveRecords(props) {
    const client = useQueryClient();
    const session = useSession();
    const [state, setState] = createSignal('connecting');
    const [latest, setLatest] = createSignal();
    const personId = () => {
        const now = session.state();
        return now.kind === 'signed-in' ? now.person.id : undefined;
    };
    const take = (message) => {
        setLatest(message);
        for (const key of staleKeys(message.kind, message.householdId))
            readAgain(client, key);
    };
    createEffect(on(personId, (id) => {
        if (!id)
            return;
        const feed = openFeed({
            open: (address) => new EventSource(address),
            onMessage: take,
            // Whatever was asked before may have changed in between. Usually that is nothing: pages come after the feed.
            onReady: () => readAgain(client),
            onState: setState,
            onTurnedAway: session.check,
        });
        onCleanup(() => {
            feed.close();
            // What one person saw is nobody else's.
            client.clear();
        });
    }));
    return <LiveContext.Provider value={{ state, latest }}>{props.children}</LiveContext.Provider>;
}
export function useLive() {
    const live = useContext(LiveContext);
    if (!live)
        throw new Error('useLive needs LiveRecords above it');
    return live;
}
/** Stands in the header only while the feed is lost. */
export function FeedNotice() {
    const { t } = useMessages();
    const live = useLive();
    return (<Show when={live.state() === 'lost'}>
      <span class="feed-lost" role="status" title={t('activity.connection.lost')}>
        <IconLost class="i i-s" aria-hidden="true"/>
        <span>{t('activity.connection.lost')}</span>
      </span>
    </Show>);
}
