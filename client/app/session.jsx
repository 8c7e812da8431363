/** Who is signed in, as the frame needs to know them, and the gate in front of every page that needs someone. */
import { Navigate, useLocation } from '@solidjs/router';
import { Match, Switch } from 'solid-js';
import { Loading } from '../ui/notes.tsx';
/** Shows its children to someone signed in; sends everybody else to sign in, and back afterwards. */
export function SessionGate(props) {
    const location = useLocation();
    const person = () => {
        const session = props.session();
        return session.state === 'signed-in' ? session.person : undefined;
    };
    const wanted = () => location.pathname + location.search;
    const signIn = () => (wanted() === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(wanted())}`);
    return (<Switch>
      <Match when={props.session().state === 'asking'}>
        <Loading />
      </Match>
      <Match when={props.session().state === 'signed-out'}>
        <Navigate href={signIn()}/>
      </Match>
      <Match when={person()}>{(signedIn) => props.children(signedIn)}</Match>
    </Switch>);
}
