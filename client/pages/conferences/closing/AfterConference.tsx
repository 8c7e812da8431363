/** What a conference's room shows once it was held: fetched then, and not before. */
import { type JSX, lazy, Match, Suspense, Switch } from 'solid-js';
import type { Conference } from '../../../../shared/records/conferences.ts';

const ClosingBar = lazy(() => import('./ClosingBar.tsx'));
const Addenda = lazy(() => import('./Addenda.tsx'));

export function AfterConference(props: { conference: Conference; part: 'bar' | 'addenda' }): JSX.Element {
  const status = () => (props.conference.minutes === null ? 'unread' : props.conference.status);
  return (
    <Suspense>
      <Switch>
        <Match when={props.part === 'bar' && (status() === 'held' || status() === 'frozen')}>
          <ClosingBar conference={props.conference} />
        </Match>
        <Match when={props.part === 'addenda' && status() === 'frozen'}>
          <Addenda conference={props.conference} />
        </Match>
      </Switch>
    </Suspense>
  );
}
