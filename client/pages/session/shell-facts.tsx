/** What the frame of the app needs from the network: who is signed in, what waits, search, signing out, notices. */
import { type Accessor, type JSX, onCleanup } from 'solid-js';
import type { PersonId } from '../../../shared/ids.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import { notificationCount } from '../../../shared/records/notification-count.ts';
import { personEndpoints } from '../../../shared/records/people.ts';
import { type SearchHit, searchEndpoints } from '../../../shared/records/search.ts';
import type { SignedIn } from '../../../shared/records/session.ts';
import { taskEndpoints } from '../../../shared/records/tasks.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { type SessionState, useSession } from '../../api/session.tsx';
import { useCollab } from '../../collab/collab-context.tsx';
import { keepDocuments } from '../../collab/kept-documents.ts';
import type { OwnDevice } from '../../collab/own-device.ts';
import { FeedNotice } from '../../feed/LiveRecords.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import { SaveNotice } from './SaveNotice.tsx';

type FramePerson = Pick<SignedIn, 'id' | 'name' | 'function'> & {
  readonly bodyName: string | null;
  readonly language: ScreenLanguage;
};

type FrameSession =
  | { readonly state: 'asking' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly person: FramePerson };

type Hit = { readonly id: string; readonly name: string; readonly note: string; readonly href: string };

export type ShellFacts = {
  readonly session: Accessor<FrameSession>;
  readonly tasksWaiting: Accessor<number>;
  readonly unread: Accessor<number>;
  readonly notices: () => JSX.Element;
  readonly device: {
    readonly canKeep: boolean;
    readonly isMine: Accessor<boolean>;
    readonly choose: (mine: boolean) => void;
  };
  readonly search: (query: string) => Promise<readonly Hit[]>;
  readonly signOut: (options?: { everywhere?: boolean }) => void;
  readonly languageChosen: (language: ScreenLanguage) => void;
};

/** Call once, under the providers of session, queries, feed and documents. */
export function createShellFacts(device: OwnDevice): ShellFacts {
  const session = useSession();
  const documents = useCollab();
  const signedIn = () => session.state().kind === 'signed-in';
  const person = () => whoIs(session.state());
  // Not when the session is asked again for the same person: what they have open stays open.
  whenChanged(person, (who) => {
    if (who && who !== 'unknown') onCleanup(() => documents.close());
  });
  keepDocuments({
    person,
    keptFor: device.keptFor,
    forgetChoice: () => device.choose(false),
    documents,
  });
  const tasks = createRead(taskEndpoints.mine, () => ({
    key: [...keys.myTasks, 'mine', 'open'],
    input: { query: { view: 'mine', open: 'true' } as const },
    enabled: signedIn(),
  }));
  const told = createRead(notificationCount, () => ({
    key: [...keys.notifications, 'count'],
    input: {},
    enabled: signedIn(),
  }));
  return {
    session: () => frameSession(session.state()),
    tasksWaiting: () => tasks.value()?.tasks.filter((task) => task.status === 'assigned').length ?? 0,
    unread: () => told.value()?.unread ?? 0,
    notices: () => (
      <>
        <SaveNotice />
        <FeedNotice />
      </>
    ),
    device: {
      canKeep: device.canKeep,
      isMine: () => device.keptFor() !== undefined,
      choose: device.choose,
    },
    search: async (query) => {
      const answer = await call(searchEndpoints.find, { query: { q: query } });
      if (!answer.ok) throw new Error(answer.code);
      return answer.value.hits.map(paletteItem);
    },
    signOut: (options) => void session.signOut(options),
    languageChosen: (screenLanguage) => {
      if (signedIn()) void call(personEndpoints.changeMine, { body: { screenLanguage } });
    },
  };
}

/** Nobody only once the server has said so. */
function whoIs(state: SessionState): PersonId | 'unknown' | undefined {
  if (state.kind === 'signed-in') return state.person.id;
  return state.kind === 'signed-out' ? undefined : 'unknown';
}

function frameSession(state: SessionState): FrameSession {
  switch (state.kind) {
    case 'asking':
    case 'unreachable':
      return { state: 'asking' };
    case 'signed-out':
      return { state: 'signed-out' };
    case 'signed-in': {
      const { id, name, function: does, body, screenLanguage } = state.person;
      return {
        state: 'signed-in',
        person: { id, name, function: does, bodyName: body?.name ?? null, language: screenLanguage },
      };
    }
  }
}

/** Where a hit is opened. A person and a body are found in the directory. */
export function addressOfHit(hit: SearchHit): string {
  switch (hit.kind) {
    case 'household':
      return `/households/${hit.id}`;
    case 'task':
      return hit.householdId ? `/households/${hit.householdId}/tasks` : '/tasks';
    case 'goal':
      return `/households/${hit.householdId}/plan`;
    case 'conference':
      return `/households/${hit.householdId}/conferences/${hit.id}`;
    case 'person':
      return `/directory?of=people&q=${encodeURIComponent(hit.title)}`;
    case 'body':
      return `/directory?q=${encodeURIComponent(hit.title)}`;
  }
}

const paletteItem = (hit: SearchHit): Hit => ({
  id: hit.id,
  name: hit.title,
  note: hit.detail,
  href: addressOfHit(hit),
});
