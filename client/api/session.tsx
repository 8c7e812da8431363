/** Who is signed in on this page, and the ways in and out. Everything that a person may see hangs below it. */
import {
  type Accessor,
  createContext,
  createEffect,
  createSignal,
  type JSX,
  onCleanup,
  onMount,
  useContext,
} from 'solid-js';
import { type SignedIn, sessionEndpoints } from '../../shared/records/session.ts';
import type { ErrorCode } from '../messages/errors.ts';
import { type Answer, call } from './call.ts';

export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'signed-in'; readonly person: SignedIn }
  /** `ended`: from another place, or by time; `left`: by their own hand, here. */
  | { readonly kind: 'signed-out'; readonly why: 'new' | 'ended' | 'left' }
  | { readonly kind: 'unreachable'; readonly code: ErrorCode };

export type Session = {
  readonly state: Accessor<SessionState>;
  /** Refused leaves everything as it was. */
  readonly signIn: (email: string, password: string) => Promise<Answer<SignedIn>>;
  readonly signOut: (options?: { everywhere?: boolean }) => Promise<void>;
  /** Asks the server again who is signed in. */
  readonly check: () => Promise<void>;
  /** The server said that nobody is signed in any more. */
  readonly ended: () => void;
};

const SessionContext = createContext<Session>();

/** `beforeLeaving` runs before the session is closed: it takes away what this device kept. */
export function createSession(options: { beforeLeaving?: () => Promise<void> } = {}): Session {
  const [state, setState] = createSignal<SessionState>({ kind: 'asking' }, { equals: sameState });
  const ended = () => {
    if (state().kind === 'signed-in') setState({ kind: 'signed-out', why: 'ended' });
  };
  return {
    state,
    ended,
    async check() {
      const answer = await call(sessionEndpoints.current, {});
      if (answer.ok) setState({ kind: 'signed-in', person: answer.value });
      else if (answer.code !== 'signed-out') keepOrReport(answer.code);
      else if (state().kind === 'signed-in') ended();
      else setState({ kind: 'signed-out', why: 'new' });
    },
    async signIn(email, password) {
      const answer = await call(sessionEndpoints.signIn, { body: { email, password } });
      if (answer.ok) setState({ kind: 'signed-in', person: answer.value });
      return answer;
    },
    async signOut({ everywhere } = {}) {
      await options.beforeLeaving?.();
      await call(sessionEndpoints.signOut, { query: everywhere ? { everywhere: 'true' } : {} });
      setState({ kind: 'signed-out', why: 'left' });
    },
  };

  /** Somebody who is at work isn't thrown out by a network that comes and goes. */
  function keepOrReport(code: ErrorCode): void {
    if (state().kind !== 'signed-in') setState({ kind: 'unreachable', code });
  }
}

const sameState = (a: SessionState, b: SessionState): boolean => JSON.stringify(a) === JSON.stringify(b);

/** How long to wait before a server that couldn't be reached is asked again, in milliseconds. */
const againMs = 2_000;

export function SessionProvider(props: { session: Session; children: JSX.Element }): JSX.Element {
  onMount(() => void props.session.check());
  createEffect(() => {
    if (props.session.state().kind !== 'unreachable') return;
    const timer = setTimeout(() => void props.session.check(), againMs);
    onCleanup(() => clearTimeout(timer));
  });
  return <SessionContext.Provider value={props.session}>{props.children}</SessionContext.Provider>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** The person signed in; for pages, which stand only where somebody is. */
export function useMe(): Accessor<SignedIn> {
  const session = useSession();
  let last: SignedIn | undefined;
  return () => {
    const state = session.state();
    // While the page is being taken away the session may already be closed: it still shows whose it was.
    if (state.kind === 'signed-in') last = state.person;
    if (!last) throw new Error('useMe needs somebody signed in');
    return last;
  };
}
