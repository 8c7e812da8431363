/** Which section one is reading: the last heading above a third of the screen. */
import type { Editor } from '@tiptap/core';
import { onCleanup } from 'solid-js';
import { sectionsOf } from './text-state.ts';

const readingLine = 1 / 3;

/** Call inside an owner: it listens to scrolling until the owner is gone. */
export function createSectionInView(editor: Editor, onSection: (key: string | undefined) => void): void {
  let told: string | undefined;
  let frame = 0;
  const look = () => {
    frame = 0;
    if (editor.isDestroyed) return;
    const sections = sectionsOf(editor.state.doc);
    const line = window.innerHeight * readingLine;
    // Headings stand one below the other: the last above the line is found by halving.
    let [from, to] = [0, sections.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const heading = editor.view.nodeDOM(sections[middle]?.position ?? 0);
      if (heading instanceof Element && heading.getBoundingClientRect().top < line) from = middle + 1;
      else to = middle;
    }
    const key = sections[from - 1]?.key;
    if (key !== told) onSection(key);
    told = key;
  };
  const later = () => {
    if (frame === 0) frame = requestAnimationFrame(look);
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
