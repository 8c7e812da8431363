/** Where the focus goes when one of the map's dialogs opens and closes. */
/** A dialog opens on its first field, not on its cross. Waits until the dialog has taken the focus. */
export function focusFirst(field) {
    setTimeout(() => field.focus(), 0);
}
/** After an act, the eye and the keyboard are on what came of it. Waits until the dialog has given the focus back. */
export function focusPlace(key) {
    setTimeout(() => document.querySelector(`.net [data-key="${CSS.escape(key)}"]`)?.focus(), 40);
}
