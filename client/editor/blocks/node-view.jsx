import { createEffect, createRoot, createSignal } from 'solid-js';
import { insert } from 'solid-js/web';
/** Draws a part for as long as the returned function isn't called. */
export const mountPart = (chrome, into, part) => createRoot((dispose) => {
    insert(into, part);
    return dispose;
}, chrome.owner ?? undefined);
function createBlock(props) {
    const [node, setNode] = createSignal(props.node, { equals: false });
    const position = () => {
        const at = props.getPos();
        return typeof at === 'number' ? at : undefined;
    };
    return {
        node,
        setNode: (next) => setNode(() => next),
        position,
        change(attributes) {
            const at = position();
            if (at === undefined || !props.editor.isEditable)
                return;
            props.editor.commands.command(({ tr }) => {
                for (const [name, value] of Object.entries(attributes))
                    tr.setNodeAttribute(at, name, value);
                return true;
            });
        },
    };
}
/** A text block with something drawn before and after its words. */
export function textBlockView(chrome, parts) {
    return (props) => {
        const block = createBlock(props);
        const dom = document.createElement('section');
        dom.className = parts.name;
        dom.dataset.block = parts.name;
        const content = document.createElement(parts.contentTag);
        content.className = parts.contentClass;
        const releases = ['before', 'after'].map((side) => {
            const part = parts[side];
            if (!part)
                return () => { };
            const place = document.createElement('div');
            place.className = `${parts.name}-${side}`;
            place.contentEditable = 'false';
            dom.append(place);
            return mountPart(chrome, place, () => {
                createEffect(() => {
                    place.lang = chrome.language();
                });
                return part(block);
            });
        });
        dom.insertBefore(content, parts.after ? dom.lastChild : null);
        const dress = (node) => {
            // The whole block, its small line too, runs the way its words do.
            dom.dir = directionIn(node);
            if (node.attrs.lang)
                content.lang = node.attrs.lang;
            else
                content.removeAttribute('lang');
            content.classList.toggle('is-empty', node.content.size === 0);
            content.dataset.placeholder = parts.placeholder(block);
        };
        dress(props.node);
        return {
            dom,
            contentDOM: content,
            update(node) {
                if (node.type !== props.node.type)
                    return false;
                dress(node);
                block.setNode(node);
                return true;
            },
            stopEvent: (event) => event.target instanceof globalThis.Node && isOutside(event.target, content),
            ignoreMutation: (mutation) => mutation.type !== 'selection' && isOutside(mutation.target, content),
            destroy() {
                for (const release of releases)
                    release();
            },
        };
    };
}
/** As chosen, else by the first letter with a direction, else the page's. */
function directionIn(node) {
    const { dir } = node.attrs;
    if (dir === 'ltr' || dir === 'rtl')
        return dir;
    const letter = /\p{L}/u.exec(node.textContent)?.[0];
    if (letter === undefined)
        return '';
    return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter) ? 'rtl' : 'ltr';
}
/** In the block but not in its words. Dragging the whole block starts on the block itself. */
const isOutside = (target, content) => !content.contains(target) || target === content.parentElement;
/** Something inside a line that Solid draws whole. */
export function inlineView(chrome, draw) {
    return (props) => {
        const block = createBlock(props);
        const dom = document.createElement('span');
        dom.className = 'chip-place';
        dom.dataset.chip = '';
        dom.contentEditable = 'false';
        const release = mountPart(chrome, dom, () => draw(block));
        return {
            dom,
            update(node) {
                if (node.type !== props.node.type)
                    return false;
                block.setNode(node);
                return true;
            },
            selectNode: () => dom.classList.add('is-selected'),
            deselectNode: () => dom.classList.remove('is-selected'),
            ignoreMutation: () => true,
            destroy: release,
        };
    };
}
