/** The rail at the side, and the same places as a bar at the foot on a phone. */
import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { TramaMark } from '../ui/TramaMark.tsx';
import { letterOf, placesFor } from './places.ts';
import { useShell } from './shell.ts';
export function Rail(props) {
    const { t } = useMessages();
    return (<nav class="rail" aria-label={t('app.rail')}>
      <span class="rail-mark">
        <TramaMark />
      </span>
      <For each={placesFor(props.person)}>{(place) => <PlaceLink place={place}/>}</For>
    </nav>);
}
/** As many places as a thumb can tell apart. */
const barPlaces = 5;
export function Bar(props) {
    const { t } = useMessages();
    return (<nav class="bar" aria-label={t('app.rail')}>
      <For each={placesFor(props.person).slice(0, barPlaces)}>{(place) => <PlaceLink place={place}/>}</For>
    </nav>);
}
function PlaceLink(props) {
    const { t } = useMessages();
    const shell = useShell();
    const waiting = () => (props.place.href === '/tasks' ? shell.tasksWaiting() : 0);
    return (<A class="rail-a" href={props.place.href} end={props.place.href === '/'} title={`${t(props.place.label)} (G ${letterOf(props.place)})`}>
      <props.place.icon class="i" aria-hidden="true"/>
      <span>{t(props.place.label)}</span>
      <Show when={waiting() > 0}>
        <span class="rail-n" aria-hidden="true">
          {waiting()}
        </span>
        <span class="sr">{t('app.tasksWaiting', { count: waiting() })}</span>
      </Show>
    </A>);
}
