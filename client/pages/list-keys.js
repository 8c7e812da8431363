/** Walking a page's rows with J and K, opening one with Enter, and doing its first act with E. */
import { onCleanup, onMount } from 'solid-js';
const isWriting = (target) => target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]'));
const rowsOf = (root) => [...root.querySelectorAll('[data-row]')];
/** Rows are elements with `data-row` inside `root`; their first act carries `data-approve`. */
export function createListKeys(root) {
    const focusRow = (step) => {
        const rows = rowsOf(root() ?? document.body);
        const at = rows.findIndex((row) => row.contains(document.activeElement));
        const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step];
        const target = next?.matches('a, button, [tabindex]')
            ? next
            : next?.querySelector('a, button');
        target?.focus();
        next?.scrollIntoView({ block: 'nearest' });
    };
    const approve = () => rowsOf(root() ?? document.body)
        .find((row) => row.contains(document.activeElement))
        ?.querySelector('[data-approve]')
        ?.click();
    /** Enter on the row itself; on a link or button inside it the browser knows what to do. */
    const openRow = (event) => {
        const row = rowsOf(root() ?? document.body).find((one) => one === event.target);
        const link = row?.matches('a, button') ? undefined : row?.querySelector('a');
        if (!link)
            return;
        event.preventDefault();
        link.click();
    };
    const listen = (event) => {
        if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isWriting(event.target))
            return;
        if (document.querySelector('[role="dialog"], [role="menu"]'))
            return;
        if (event.key === 'Enter')
            return openRow(event);
        if (event.code === 'KeyJ')
            focusRow(1);
        else if (event.code === 'KeyK')
            focusRow(-1);
        else if (event.code === 'KeyE')
            approve();
        else
            return;
        event.preventDefault();
    };
    onMount(() => document.addEventListener('keydown', listen));
    onCleanup(() => document.removeEventListener('keydown', listen));
}
