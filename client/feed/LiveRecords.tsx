/** Keeps every record on the screen live while somebody is signed in, and says so in the header when it can't. */
import './feed.css';
import { useQueryClient } from '@tanstack/solid-query';
import { type Accessor, createContext, createSignal, type JSX, onCleanup, Show, useContext } from 'solid-js';
import IconLost from '~icons/lucide/unplug';
import type { FeedMessage } from '../../shared/activity.ts';
import { keys } from '../api/keys.ts';
import { useSession } from '../api/session.tsx';
import { useMessages } from '../messages/messages.tsx';
import { whenChanged } from '../ui/when-changed.ts';
import { type FeedState, openFeed } from './feed.ts';
import { readAgain } from './read-again.ts';
import { staleKeys } from './stale-keys.ts';

type Live = {
  readonly state: Accessor<FeedState>;
  /** Reactive: the last thing that happened, by whomever. */
  readonly latest: Accessor<FeedMessage | undefined>;
};

const LiveContext = createContext<Live>();

export function LiveRecords(props: { children: JSX.Element }): JSX.Element {
  const client = useQueryClient();
  const session = useSession();
  const [state, setState] = createSignal<FeedState>('connecting');
  const [latest, setLatest] = createSignal<FeedMessage>();
  const personId = () => {
    const now = session.state();
    return now.kind === 'signed-in' ? now.person.id : undefined;
  };
  const take = (message: FeedMessage) => {
    setLatest(message);
    for (const key of staleKeys(message.kind, message.householdId)) readAgain(client, key);
  };
  whenChanged(personId, (id) => {
    if (!id) return;
    const feed = openFeed({
      open: (address) => new EventSource(address),
      onMessage: take,
      // Whatever was asked before may have changed in between. Usually that is nothing: pages come after the feed.
      onReady: () => readAgain(client),
      onNotified: () => readAgain(client, keys.notifications),
      onState: setState,
      onTurnedAway: session.check,
    });
    onCleanup(() => {
      feed.close();
      // What one person saw is nobody else's.
      client.clear();
    });
  });
  return <LiveContext.Provider value={{ state, latest }}>{props.children}</LiveContext.Provider>;
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive needs LiveRecords above it');
  return live;
}

/** Stands in the header only while the feed is lost. */
export function FeedNotice(): JSX.Element {
  const { t } = useMessages();
  const live = useLive();
  return (
    <Show when={live.state() === 'lost'}>
      <span class="feed-lost" role="status" title={t('app.connectionLost')}>
        <IconLost class="i i-s" aria-hidden="true" />
        <span>{t('app.connectionLost')}</span>
      </span>
    </Show>
  );
}
