/** Who is in the room, as the server vouches; whose hands move; and the time. */
import { For, Show } from 'solid-js';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { caretVariables } from '../../ui/caret-colour.ts';
import { useCaretColours } from '../../ui/caret-colours.tsx';
import { createNow } from '../../ui/dates.tsx';
export function PeopleStrip(props) {
    const { t } = useMessages();
    const me = useMe();
    const colourOf = useCaretColours();
    const others = () => props.shared.presence.people().filter((person) => person.id !== me().id);
    const own = () => ({
        id: me().id,
        name: me().name,
        function: me().function,
        body: me().body?.name ?? null,
    });
    const part = (person) => {
        if (person.id === props.conference.chair.id)
            return t('conferences.chair');
        if (person.id === props.conference.minuteTaker.id)
            return t('conferences.minuteTaker');
        return t(`functions.function.${person.function}`);
    };
    return (<section class="strip" aria-label={t('conferences.inRoom')}>
      <ul>
        <For each={[own(), ...others()]}>
          {(person) => (<li style={caretVariables(colourOf(person.id))} data-writes={'typing' in person && person.typing ? '' : undefined}>
              <Avatar person={{ id: person.id, name: person.name, bodyName: person.body ?? undefined }} here large onPress={person.id === me().id ? undefined : () => props.onGo(person.id)}/>
              <span class="person-t nowrap">
                <span dir="auto">{person.name}</span>
                <small>
                  <span class="cap">{part(person)}</span>
                </small>
              </span>
            </li>)}
        </For>
        <Show when={others().length === 0}>
          <li class="alone">{t('conferences.nobodyHere')}</li>
        </Show>
      </ul>
      <Show when={others().some(({ id }) => id === props.conference.minuteTaker.id)}>
        <Button small kbd="F" aria-pressed={props.following} onClick={() => props.onFollow()}>
          {t('conferences.follow', { name: props.conference.minuteTaker.name.split(' ')[0] ?? '' })}
        </Button>
      </Show>
      <Clock conference={props.conference}/>
    </section>);
}
const msPerMinute = 60_000;
/** How long it has gone on, against how long it was to last; ochre past its end. Shown only on its own day. */
function Clock(props) {
    const { t } = useMessages();
    const now = createNow();
    const minutes = () => Math.floor((now().getTime() - Date.parse(props.conference.start)) / msPerMinute);
    const running = () => props.conference.status === 'planned' && minutes() >= 0 && minutes() < 24 * 60;
    const share = () => Math.min(100, (minutes() / props.conference.minutesLong) * 100);
    return (<Show when={running()}>
      <div class="box-t" data-over={minutes() > props.conference.minutesLong ? '' : undefined}>
        <div>
          <span>{t('conferences.elapsed')}</span>
          <b class="num">{minutes()}</b>
          <span>/ {t('conferences.duration', { minutes: props.conference.minutesLong })}</span>
        </div>
        <span class="bar-t">
          <i style={{ 'inline-size': `${share()}%` }}/>
        </span>
      </div>
    </Show>);
}
