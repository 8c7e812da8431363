/** Events newest first, by day. */
import './activity.css';
import { A } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { dayOf } from '../../../shared/dates.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { personMark } from '../directory/person-words.ts';
import { reasonOf, sentenceOf } from './sentences.ts';
/** Entries by their day in Rome, in the order given. */
export function byDay(entries) {
    const days = new Map();
    for (const entry of entries) {
        const day = dayOf(new Date(entry.at));
        days.set(day, [...(days.get(day) ?? []), entry]);
    }
    return [...days].map(([day, ofDay]) => ({ day, entries: ofDay }));
}
export function Timeline(props) {
    const { formats } = useMessages();
    const days = createMemo(() => byDay(props.entries));
    return (<ol class="path">
      <For each={days()}>
        {(day) => (<li>
            <h2>{formats().relativeDay(day.day, new Date())}</h2>
            <ol>
              <For each={day.entries}>{(entry) => <Entry {...props} entry={entry}/>}</For>
            </ol>
          </li>)}
      </For>
    </ol>);
}
function Entry(props) {
    const { t, formats } = useMessages();
    const sentence = () => sentenceOf(props.entry, { t, formats: formats(), names: props.names });
    const household = () => {
        const id = props.entry.householdId;
        return props.withHousehold && id ? { id, name: props.names[id] } : undefined;
    };
    return (<li class="path-e">
      <time dateTime={props.entry.at}>{formats().time(props.entry.at)}</time>
      <Show when={props.entry.actor} fallback={<span class="av" aria-hidden="true"/>}>
        {(actor) => <Avatar person={personMark(t, actor())} decorative/>}
      </Show>
      <div>
        <p>{sentence()}</p>
        <Show when={household()?.name}>
          {(name) => (<A class="xs muted" href={`/households/${household()?.id}`} dir="auto">
              {name()}
            </A>)}
        </Show>
        <Show when={reasonOf(props.entry.event)}>
          {(reason) => (<p class="why" dir="auto">
              {t('activity.reason', { reason: reason() })}
            </p>)}
        </Show>
      </div>
    </li>);
}
