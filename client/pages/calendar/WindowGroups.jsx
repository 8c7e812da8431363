/** The windows by state: what is late and what is open first, what is over folded away. */
import { createMemo, createSignal, For, Show } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { WindowRow } from './WindowRow.tsx';
import { groupOrder, windowKey } from './window-words.ts';
export function WindowGroups(props) {
    const groups = createMemo(() => Map.groupBy(props.windows, ({ state }) => state));
    const newestFirst = (state) => state === 'done' || state === 'missed';
    const windowsIn = (state) => {
        const windows = groups().get(state) ?? [];
        return newestFirst(state) ? windows.toReversed() : windows;
    };
    return (<div class="days-groups">
      <For each={groupOrder}>
        {(state) => (<Show when={windowsIn(state).length > 0}>
            <Group state={state} windows={windowsIn(state)}/>
          </Show>)}
      </For>
    </div>);
}
/** So many stand before one asks for the others; of what is over, none. */
const shownAtFirst = {
    late: 99,
    open: 99,
    coming: 3,
    done: 2,
    missed: 0,
};
function Group(props) {
    const { t, formats } = useMessages();
    const [all, setAll] = createSignal(false);
    const shown = () => (all() ? props.windows : props.windows.slice(0, shownAtFirst[props.state]));
    const rest = () => props.windows.length - shown().length;
    /** Rows keep their element while their window changes under them. */
    const names = createMemo(() => shown().map(windowKey), [], { equals: (a, b) => a.join() === b.join() });
    const find = (name) => props.windows.find((window) => windowKey(window) === name);
    return (<section aria-labelledby={`days-${props.state}`}>
      <h3 id={`days-${props.state}`}>
        {t(`windows.group.${props.state}`)} <span class="n">{formats().number(props.windows.length)}</span>
      </h3>
      <ul>
        <For each={names()}>
          {(name) => <Show when={find(name)}>{(window) => <WindowRow window={window()}/>}</Show>}
        </For>
      </ul>
      <Show when={rest() > 0}>
        <Button small kind="quiet" onClick={() => setAll(true)}>
          {t('windows.showMore', { count: rest() })}
        </Button>
      </Show>
    </section>);
}
