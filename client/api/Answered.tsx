/** Shows what was read; until then its shape, or why it can't be had. Old answers stay while newer ones are asked. */
import { type Accessor, type JSX, Match, Show, Switch } from 'solid-js';
import { ErrorNote, Loading, Refused } from '../ui/notes.tsx';
import type { Read } from './read.ts';

export type AnsweredProps<T> = {
  read: Read<T>;
  /** Lines of the skeleton. */
  lines?: number | undefined;
  /** The whole page depends on it: a refusal takes the page. */
  page?: boolean | undefined;
  children: (value: Accessor<T>) => JSX.Element;
};

export function Answered<T>(props: AnsweredProps<T>): JSX.Element {
  const code = () => props.read.failure()?.code;
  return (
    <Switch fallback={<Loading lines={props.lines} />}>
      <Match when={code() === 'not-available'}>
        <Show when={props.page} fallback={<ErrorNote code="not-available" />}>
          <Refused />
        </Show>
      </Match>
      <Match when={props.read.value() !== undefined}>
        {props.children(() => props.read.value() as T) /* this branch stands only while there is one */}
      </Match>
      <Match when={props.read.failure()}>
        {(failure) => (
          <ErrorNote
            code={failure().code}
            retryAfterSeconds={failure().retryAfterSeconds}
            onRetry={props.read.retry}
          />
        )}
      </Match>
    </Switch>
  );
}
