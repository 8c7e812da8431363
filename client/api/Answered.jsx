/** Shows what was read; until then its shape, or why it can't be had. Old answers stay while newer ones are asked. */
import { Match, Show, Switch } from 'solid-js';
import { ErrorNote, Loading, Refused } from '../ui/notes.tsx';
export function Answered(props) {
    const code = () => props.read.failure()?.code;
    return (<Switch fallback={<Loading lines={props.lines}/>}>
      <Match when={code() === 'not-available'}>
        <Show when={props.page} fallback={<ErrorNote code="not-available"/>}>
          <Refused />
        </Show>
      </Match>
      <Match when={props.read.value() !== undefined}>
        {props.children(() => props.read.value()) /* this branch stands only while there is one */}
      </Match>
      <Match when={props.read.failure()}>
        {(failure) => (<ErrorNote code={failure().code} retryAfterSeconds={failure().retryAfterSeconds} onRetry={props.read.retry}/>)}
      </Match>
    </Switch>);
}
