import './Kbd.css';
/** A key of the keyboard. Always left to right: ⌘K is ⌘K in Arabic too. */
export function Kbd(props) {
    return <kbd dir="ltr" {...props}/>;
}
/** ⌘ on Apple devices, Ctrl elsewhere. */
export const commandKey = () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl ');
