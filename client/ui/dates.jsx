/** Dates and times as text, in the reader's language, with the machine-readable moment beside them. */
import { createSignal, onCleanup } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
const iso = (moment) => (typeof moment === 'string' ? moment : moment.toISOString());
export function DateText(props) {
    const { formats } = useMessages();
    return (<time dateTime={iso(props.at)} title={formats().date(props.at, 'long')}>
      {formats().date(props.at, props.style)}
    </time>);
}
const tickMs = 30_000;
/** The time now, refreshed every half minute while the owner lives. */
export function createNow() {
    const [now, setNow] = createSignal(new Date());
    const timer = setInterval(() => setNow(new Date()), tickMs);
    onCleanup(() => clearInterval(timer));
    return now;
}
/** "2 minutes ago", kept true while it is on the screen; a plain day reads "today", "in 3 days". */
export function RelativeTime(props) {
    const { formats } = useMessages();
    const now = createNow();
    const isDay = () => typeof props.at === 'string' && props.at.length === 10;
    const words = () => isDay() ? formats().relativeDay(props.at, now()) : formats().relativeTime(props.at, now());
    const whole = () => (isDay() ? formats().date(props.at, 'long') : formats().dateTime(props.at));
    return (<time dateTime={iso(props.at)} title={whole()}>
      {words()}
    </time>);
}
