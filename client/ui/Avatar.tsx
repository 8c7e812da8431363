/** People as small round marks: lit in their caret colour when they are here, quiet otherwise. */
import './Avatar.css';
import { For, type JSX, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { joined } from '../messages/joined.ts';
import { useMessages } from '../messages/messages.tsx';
import type { Translate } from '../messages/translate.ts';
import { type CaretColour, caretVariables, initialsOf } from './caret-colour.ts';
import { useCaretColours } from './caret-colours.tsx';

export type AvatarPerson = {
  readonly id: string;
  readonly name: string;
  /** As words in the reader's language: `t('functions.function.tutor')`. */
  readonly function?: string | undefined;
  readonly bodyName?: string | undefined;
  /** From `caretColoursFor` where several people are together; otherwise the one their id gives. */
  readonly colour?: CaretColour | undefined;
};

/** Name, function, body: what one reads before writing to someone. */
const describePerson = (t: Translate, person: AvatarPerson): string =>
  joined(t, [person.name, person.function, person.bodyName]);

export type AvatarProps = {
  person: AvatarPerson;
  /** Present right now: the colour of their caret. */
  here?: boolean | undefined;
  large?: boolean | undefined;
  /** Goes to where they are; without it the mark is only a picture. */
  onPress?: ((person: AvatarPerson) => void) | undefined;
  /** The name stands beside it: don't say it twice. */
  decorative?: boolean | undefined;
};

export function Avatar(props: AvatarProps): JSX.Element {
  const { t } = useMessages();
  const colourOf = useCaretColours();
  const about = () => describePerson(t, props.person);
  const press = () => props.onPress?.(props.person);
  return (
    <Dynamic
      component={props.onPress ? 'button' : 'span'}
      type={props.onPress ? 'button' : undefined}
      role={props.onPress || props.decorative ? undefined : 'img'}
      class={`av ${props.large ? 'av-l' : ''}`}
      style={caretVariables(props.person.colour ?? colourOf(props.person.id))}
      data-here={props.here ? '' : undefined}
      title={about()}
      aria-label={props.decorative ? undefined : about()}
      aria-hidden={props.decorative ? 'true' : undefined}
      onClick={props.onPress ? press : undefined}
      data-initials={initialsOf(props.person.name)}
    />
  );
}

export type AvatarStackProps = {
  people: readonly AvatarPerson[];
  here?: boolean | undefined;
  onPress?: ((person: AvatarPerson) => void) | undefined;
  /** What the count opens: the whole list. */
  onMore?: (() => void) | undefined;
};

const most = 5;

/** Up to five people; over five, four and a count. */
export function AvatarStack(props: AvatarStackProps): JSX.Element {
  const { t } = useMessages();
  const shown = () => (props.people.length > most ? props.people.slice(0, most - 1) : props.people);
  const rest = () => props.people.slice(shown().length);
  const restText = () =>
    t('ui.morePeople', {
      count: rest().length,
      names: joined(
        t,
        rest().map((person) => person.name),
      ),
    });
  return (
    <span class="avs">
      <For each={shown()}>
        {(person) => <Avatar person={person} here={props.here} onPress={props.onPress} />}
      </For>
      <Show when={rest().length > 0}>
        <Dynamic
          component={props.onMore ? 'button' : 'span'}
          type={props.onMore ? 'button' : undefined}
          role={props.onMore ? undefined : 'img'}
          class="av more"
          title={restText()}
          aria-label={restText()}
          onClick={() => props.onMore?.()}
          data-initials={`+${rest().length}`}
        />
      </Show>
    </span>
  );
}

/** Mark, name and one quiet line. */
export function Person(props: { person: AvatarPerson; here?: boolean | undefined }): JSX.Element {
  const { t } = useMessages();
  const about = () => joined(t, [props.person.function, props.person.bodyName]);
  return (
    <span class="person">
      <Avatar person={props.person} here={props.here} decorative />
      <span class="person-t">
        <bdi>{props.person.name}</bdi>
        <Show when={about()}>
          <small>{about()}</small>
        </Show>
      </span>
    </span>
  );
}
