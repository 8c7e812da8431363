/** Buttons. One `primary` per screen; nothing is ever greyed out in silence: `unavailable` says why when pressed. */
import './Button.css';
import { type JSX, Show, splitProps } from 'solid-js';
import { Kbd } from './Kbd.tsx';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'alarm';

export type ButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  kind?: ButtonKind | undefined;
  /** For rows and toolbars. */
  small?: boolean | undefined;
  /** As wide as its place. */
  wide?: boolean | undefined;
  /** The key that does the same, shown at the end. */
  kbd?: string | undefined;
  icon?: JSX.Element;
  /** The act is on its way: presses are ignored, the words stay. */
  busy?: boolean | undefined;
  /** Drawn dashed and announced as disabled, yet focusable; `onClick` still runs, so that the page can say why. */
  unavailable?: boolean | undefined;
};

const kindClass: Record<ButtonKind, string> = {
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
] as const;

const classes = (props: Pick<ButtonProps, 'kind' | 'small' | 'wide' | 'class'>): string =>
  ['btn', kindClass[props.kind ?? 'plain'], props.small && 'btn-s', props.wide && 'btn-w', props.class]
    .filter(Boolean)
    .join(' ');

export function Button(props: ButtonProps): JSX.Element {
  const [mine, rest] = splitProps(props, own);
  const press: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (mine.busy) return event.preventDefault();
    if (typeof mine.onClick === 'function') mine.onClick(event);
    else mine.onClick?.[0](mine.onClick[1], event);
  };
  return (
    <button
      {...rest}
      type={mine.type ?? 'button'}
      class={classes(mine)}
      aria-disabled={mine.unavailable ? 'true' : undefined}
      aria-busy={mine.busy ? 'true' : undefined}
      onClick={press}
    >
      {mine.icon}
      {mine.children}
      <Show when={mine.kbd}>{(key) => <Kbd aria-hidden="true">{key()}</Kbd>}</Show>
    </button>
  );
}

export type ButtonLinkProps = JSX.AnchorHTMLAttributes<HTMLAnchorElement> &
  Pick<ButtonProps, 'kind' | 'small' | 'wide' | 'icon' | 'kbd'>;

/** Looks like a button, goes somewhere: for navigation only. */
export function ButtonLink(props: ButtonLinkProps): JSX.Element {
  const [mine, rest] = splitProps(props, ['kind', 'small', 'wide', 'kbd', 'icon', 'class', 'children']);
  return (
    <a {...rest} class={classes(mine)}>
      {mine.icon}
      {mine.children}
      <Show when={mine.kbd}>{(key) => <Kbd aria-hidden="true">{key()}</Kbd>}</Show>
    </a>
  );
}

export type IconButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> & {
  /** What it does: its accessible name and its tooltip. */
  label: string;
};

/** The icon is the child: `<IconButton label={t('ui.more')}><IconMore class="i" aria-hidden="true" /></IconButton>`. */
export function IconButton(props: IconButtonProps): JSX.Element {
  const [mine, rest] = splitProps(props, ['label', 'class', 'type']);
  return (
    <button
      {...rest}
      type={mine.type ?? 'button'}
      class={`icon-btn ${mine.class ?? ''}`}
      aria-label={mine.label}
      title={mine.label}
    />
  );
}
