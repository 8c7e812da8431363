/** Small marks of state: a dot, a tag, the ring of a right or goal. */
import './state.css';
import { Match, Switch } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
/** Late is ochre; `alarm` only for what is lost, refused or past a legal date; `waiting` is dashed: not yet so. */
export function Tag(props) {
    return (<span class="tag" data-s={props.tone}>
      {props.children}
    </span>);
}
/** A dot and its word: the status of a household. */
export function StatusDot(props) {
    return (<span class="status" data-s={props.tone}>
      {props.children}
    </span>);
}
export function Ring(props) {
    const { t } = useMessages();
    const name = () => t(`ui.ring.${props.state}`);
    return (<svg class="ring" data-s={props.state} viewBox="0 0 16 16" role={props.decorative ? undefined : 'img'} aria-label={props.decorative ? undefined : name()} aria-hidden={props.decorative ? 'true' : undefined}>
      <title>{name()}</title>
      <circle cx="8" cy="8" r="6.5"/>
      <Switch>
        <Match when={props.state === 'open'}>
          <path class="f" d="M8 4a4 4 0 0 1 0 8z"/>
        </Match>
        <Match when={props.state === 'met'}>
          <circle class="f" cx="8" cy="8" r="4"/>
        </Match>
        <Match when={props.state === 'stuck'}>
          <path class="f" d="M4.8 8h6.4"/>
        </Match>
        <Match when={props.state === 'closed'}>
          <path class="f" d="M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6"/>
        </Match>
      </Switch>
    </svg>);
}
