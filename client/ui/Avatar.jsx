/** People as small round marks: lit in their caret colour when they are here, quiet otherwise. */
import './Avatar.css';
import { For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useMessages } from '../messages/messages.tsx';
import { caretVariables, initialsOf } from './caret-colour.ts';
import { useCaretColours } from './caret-colours.tsx';
/** Name, function, body: what one reads before writing to someone. */
export const describePerson = (person) => [person.name, person.function, person.bodyName].filter(Boolean).join(', ');
export function Avatar(props) {
    const colourOf = useCaretColours();
    const about = () => describePerson(props.person);
    const press = () => props.onPress?.(props.person);
    return (<Dynamic component={props.onPress ? 'button' : 'span'} type={props.onPress ? 'button' : undefined} role={props.onPress || props.decorative ? undefined : 'img'} class={`av ${props.large ? 'av-l' : ''}`} style={caretVariables(props.person.colour ?? colourOf(props.person.id))} data-here={props.here ? '' : undefined} title={about()} aria-label={props.decorative ? undefined : about()} aria-hidden={props.decorative ? 'true' : undefined} onClick={props.onPress ? press : undefined} data-initials={initialsOf(props.person.name)}/>);
}
const most = 5;
/** Up to five people; over five, four and a count. */
export function AvatarStack(props) {
    const { t } = useMessages();
    const shown = () => (props.people.length > most ? props.people.slice(0, most - 1) : props.people);
    const rest = () => props.people.slice(shown().length);
    const restText = () => t('ui.morePeople', {
        count: rest().length,
        names: rest()
            .map((person) => person.name)
            .join(', '),
    });
    return (<span class="avs">
      <For each={shown()}>
        {(person) => <Avatar person={person} here={props.here} onPress={props.onPress}/>}
      </For>
      <Show when={rest().length > 0}>
        <Dynamic component={props.onMore ? 'button' : 'span'} type={props.onMore ? 'button' : undefined} role={props.onMore ? undefined : 'img'} class="av more" title={restText()} aria-label={restText()} onClick={() => props.onMore?.()} data-initials={`+${rest().length}`}/>
      </Show>
    </span>);
}
/** Mark, name and one quiet line. */
export function Person(props) {
    const about = () => [props.person.function, props.person.bodyName].filter(Boolean).join(', ');
    return (<span class="person">
      <Avatar person={props.person} here={props.here} decorative/>
      <span class="person-t">
        <bdi>{props.person.name}</bdi>
        <Show when={about()}>
          <small>{about()}</small>
        </Show>
      </span>
    </span>);
}
