/** Buttons. One `primary` per screen; nothing is ever greyed out in silence: `unavailable` says why when pressed. */
import './Button.css';
import { Show, splitProps } from 'solid-js';
import { Kbd } from './Kbd.tsx';
const kindClass = {
    primary: 'btn-1',
    plain: '',
    quiet: 'btn-q',
    alarm: 'btn-alarm',
};
const own = [
    'kind',
    'small',
    'wide',
    'kbd',
    'icon',
    'busy',
    'unavailable',
    'class',
    'children',
    'onClick',
    'type',
];
const classes = (props) => ['btn', kindClass[props.kind ?? 'plain'], props.small && 'btn-s', props.wide && 'btn-w', props.class]
    .filter(Boolean)
    .join(' ');
export function Button(props) {
    const [mine, rest] = splitProps(props, own);
    const press = (event) => {
        if (mine.busy)
            return event.preventDefault();
        if (typeof mine.onClick === 'function')
            mine.onClick(event);
        else
            mine.onClick?.[0](mine.onClick[1], event);
    };
    return (<button {...rest} type={mine.type ?? 'button'} class={classes(mine)} aria-disabled={mine.unavailable ? 'true' : undefined} aria-busy={mine.busy ? 'true' : undefined} onClick={press}>
      {mine.icon}
      {mine.children}
      <Show when={mine.kbd}>{(key) => <Kbd aria-hidden="true">{key()}</Kbd>}</Show>
    </button>);
}
/** Looks like a button, goes somewhere: for navigation only. */
export function ButtonLink(props) {
    const [mine, rest] = splitProps(props, ['kind', 'small', 'wide', 'kbd', 'icon', 'class', 'children']);
    return (<a {...rest} class={classes(mine)}>
      {mine.icon}
      {mine.children}
      <Show when={mine.kbd}>{(key) => <Kbd aria-hidden="true">{key()}</Kbd>}</Show>
    </a>);
}
/** The icon is the child: `<IconButton label={t('ui.more')}><IconMore class="i" aria-hidden="true" /></IconButton>`. */
export function IconButton(props) {
    const [mine, rest] = splitProps(props, ['label', 'class', 'type']);
    return (<button {...rest} type={mine.type ?? 'button'} class={`icon-btn ${mine.class ?? ''}`} aria-label={mine.label} title={mine.label}/>);
}
