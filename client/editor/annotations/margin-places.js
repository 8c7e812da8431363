import { createEffect, createSignal, onCleanup } from 'solid-js';
import { layOut } from './margin-layout.ts';
const gapPx = 24;
export function createMarginLayout(editor, keys, placeOf, focused) {
    const cards = new Map();
    const [tops, setTops] = createSignal(new Map(), { equals: sameTops });
    const [end, setEnd] = createSignal(0);
    let margin;
    let frame = 0;
    const topAt = (position) => {
        const zero = margin?.getBoundingClientRect().top ?? 0;
        return editor.view.coordsAtPos(Math.min(position, editor.state.doc.content.size)).top - zero;
    };
    const measure = () => {
        frame = 0;
        if (editor.isDestroyed || !margin)
            return;
        const measured = [];
        for (const key of keys()) {
            const place = placeOf(key);
            const height = cards.get(key)?.offsetHeight ?? 0;
            if (place.by !== 'nothing')
                measured.push({ key, wanted: topAt(place.from), height });
        }
        const laid = layOut(measured, focused());
        setTops(laid);
        setEnd(measured.reduce((low, { key, height }) => Math.max(low, (laid.get(key) ?? 0) + height + gapPx), 0));
    };
    const later = () => {
        if (frame === 0)
            frame = requestAnimationFrame(measure);
    };
    const sizes = new ResizeObserver(later);
    onCleanup(() => sizes.disconnect());
    editor.on('transaction', later);
    onCleanup(() => {
        editor.off('transaction', later);
        cancelAnimationFrame(frame);
    });
    sizes.observe(editor.view.dom);
    createEffect(() => {
        keys();
        focused();
        later();
    });
    return {
        setMargin(element) {
            margin = element;
            later();
        },
        watch(key, card) {
            cards.set(key, card);
            sizes.observe(card);
            onCleanup(() => {
                sizes.unobserve(card);
                if (cards.get(key) === card)
                    cards.delete(key);
            });
        },
        topOf: (key) => tops().get(key) ?? 0,
        end,
    };
}
const sameTops = (a, b) => a.size === b.size && [...a].every(([key, top]) => b.get(key) === top);
