import { onCleanup } from 'solid-js';
import { sectionsOf } from './text-state.ts';
const readingLine = 1 / 3;
/** Call inside an owner: it listens to scrolling until the owner is gone. */
export function createSectionInView(editor, onSection) {
    let told;
    let frame = 0;
    const look = () => {
        frame = 0;
        if (editor.isDestroyed)
            return;
        const key = sectionsOf(editor.state.doc).findLast(({ position }) => {
            const heading = editor.view.nodeDOM(position);
            return (heading instanceof Element && heading.getBoundingClientRect().top < window.innerHeight * readingLine);
        })?.key;
        if (key !== told)
            onSection(key);
        told = key;
    };
    const later = () => {
        if (frame === 0)
            frame = requestAnimationFrame(look);
    };
    document.addEventListener('scroll', later, { capture: true, passive: true });
    editor.on('update', later);
    onCleanup(() => {
        document.removeEventListener('scroll', later, { capture: true });
        editor.off('update', later);
        cancelAnimationFrame(frame);
    });
    later();
}
