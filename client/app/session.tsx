/** Who is signed in, as the frame needs to know them, and the gate in front of every page that needs someone. */
import { Navigate, useLocation } from '@solidjs/router';
import { type Accessor, type JSX, Match, Switch } from 'solid-js';
import type { PersonFunction } from '../../shared/person-function.ts';
import type { Language } from '../messages/languages.ts';
import { Loading } from '../ui/notes.tsx';

export type SessionPerson = {
  readonly id: string;
  readonly name: string;
  readonly function: PersonFunction;
  /** Nothing for someone of a family. */
  readonly bodyName: string | null;
  readonly language: Language;
};

/** `asking` until the server answered for the first time. */
export type Session =
  | { readonly state: 'asking' }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly person: SessionPerson };

export type SessionGateProps = {
  session: Accessor<Session>;
  children: (person: Accessor<SessionPerson>) => JSX.Element;
};

/** Shows its children to someone signed in; sends everybody else to sign in, and back afterwards. */
export function SessionGate(props: SessionGateProps): JSX.Element {
  const location = useLocation();
  const person = () => {
    const session = props.session();
    return session.state === 'signed-in' ? session.person : undefined;
  };
  const wanted = () => location.pathname + location.search;
  const signIn = () => (wanted() === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted())}`);
  return (
    <Switch>
      <Match when={props.session().state === 'asking'}>
        <Loading />
      </Match>
      <Match when={props.session().state === 'signed-out'}>
        <Navigate href={signIn()} />
      </Match>
      <Match when={person()}>{(signedIn) => props.children(signedIn)}</Match>
    </Switch>
  );
}
