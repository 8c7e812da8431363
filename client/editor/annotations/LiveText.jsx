/** A text area on a Y.Text: each keystroke is one small change, and what others write arrives without moving the caret. */
import { createEffect, onCleanup, onMount } from 'solid-js';
import { movedBy, writeComposed, writeDifference } from './text-difference.ts';
export function LiveText(props) {
    let field;
    /** While a word is being composed: what stood here before it, and what the others wrote since. */
    let composing;
    const grow = () => {
        if (!field)
            return;
        field.style.blockSize = '0';
        field.style.blockSize = `${field.scrollHeight}px`;
    };
    createEffect(() => {
        const { text } = props;
        const receive = (event) => {
            if (!field || event.transaction.local)
                return;
            if (composing) {
                composing.meanwhile.push(event.delta);
                return;
            }
            const { selectionStart, selectionEnd } = field;
            const kept = [selectionStart, selectionEnd].map((at) => movedBy(event.delta, at));
            field.value = text.toString();
            field.setSelectionRange(kept[0] ?? 0, kept[1] ?? 0);
            grow();
        };
        text.observe(receive);
        onCleanup(() => text.unobserve(receive));
    });
    onMount(() => {
        if (!field)
            return;
        field.value = props.text.toString();
        grow();
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
    });
    return (<textarea ref={field} class="in note-field" rows={2} maxlength={8000} lang={props.lang} dir={props.dir} aria-label={props.label} placeholder={props.placeholder} onCompositionStart={(event) => {
            composing = { before: event.currentTarget.value, meanwhile: [] };
        }} onCompositionEnd={(event) => {
            if (!composing)
                return;
            const { before, meanwhile } = composing;
            composing = undefined;
            const caret = writeComposed(props.text, before, event.currentTarget.value, meanwhile);
            event.currentTarget.value = props.text.toString();
            event.currentTarget.setSelectionRange(caret, caret);
            grow();
        }} onInput={(event) => {
            if (!composing)
                writeDifference(props.text, event.currentTarget.value);
            grow();
            props.onTyped();
        }} onKeyDown={(event) => {
            if (event.isComposing)
                return;
            if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
                props.onDone();
        }}/>);
}
