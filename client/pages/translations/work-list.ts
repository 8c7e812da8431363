/** Working through what is missing or stale, by keyboard or by finger: which passage is open, and what comes next. */
import { type Accessor, createSignal } from 'solid-js';
import { confirmTranslation } from '../../../shared/documents/annotations.ts';
import { readPassages } from '../../../shared/documents/passages.ts';
import type { InLanguage, Stretch, StretchState } from '../../../shared/documents/translations.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import type { AnnotationList } from '../../editor/annotations/annotation-list.ts';

export const isToDo = (state: StretchState): boolean =>
  state === 'missing' || state === 'stale' || state === 'partly';

export type WorkList = {
  /** Key of the stretch whose field is open. */
  readonly open: Accessor<string | undefined>;
  /** Opens the field of its translation, or of a new one. */
  write(stretch: Stretch): void;
  /** Ends writing. What was corrected renders the words that stand there now. */
  finish(): void;
  finishAndGoOn(): void;
  /** Its translation is right for the words as they are now. */
  confirm(stretch: Stretch): void;
  /** Puts the focus on the next or previous passage with something to do. */
  step(by: 1 | -1): void;
  press(event: KeyboardEvent): void;
};

/** How rows are found in the page: they are focused by their key. */
export const rowId = (key: string): string => `passage-${key}`;

type World = { plan: SharedDocument; annotations: SharedDocument; language: ContentLanguage };

export function createWorkList(world: World, list: AnnotationList, read: Accessor<InLanguage>): WorkList {
  const [open, setOpen] = createSignal<string>();
  const stretches = () => read().stretches;
  const stretchOf = (key: string | undefined) => stretches().find((stretch) => stretch.key === key);

  const write = (stretch: Stretch) => {
    finish();
    const [only, other] = stretch.renderings;
    if (only && !other && stretch.state !== 'partly') list.edit(only.key);
    else {
      const passages = readPassages(world.plan.doc);
      const passage = passages.list.find(({ key }) => key === stretch.passages[0]?.key);
      if (!passage) return;
      list.setDraft({
        anchor: passages.anchorOf(passage),
        kind: 'translation',
        language: world.language,
        isPlain: false,
      });
    }
    setOpen(stretch.key);
  };
  const finish = () => {
    const [key, stretch] = [list.writing(), stretchOf(open())];
    const rendering = stretch?.renderings.find((one) => one.key === key);
    if (rendering?.stale) confirmTranslation(world.annotations.doc, rendering.key, rendering.words);
    list.endWriting();
    list.setDraft(undefined);
    setOpen(undefined);
  };
  const current = () =>
    open() ?? document.activeElement?.closest('[data-passage]')?.getAttribute('data-passage');
  const nextOf = (by: 1 | -1): Stretch | undefined => {
    const at = stretches().findIndex(({ key }) => key === current());
    const [before, after] = [stretches().slice(0, Math.max(at, 0)), stretches().slice(at + 1)];
    const around = by === 1 ? [...after, ...before] : [...before.reverse(), ...after.reverse()];
    return around.find(({ state }) => isToDo(state));
  };
  const step = (by: 1 | -1) => {
    const next = nextOf(by);
    finish();
    if (next) document.getElementById(rowId(next.key))?.focus();
  };

  return {
    open,
    write,
    finish,
    finishAndGoOn() {
      const next = nextOf(1);
      finish();
      if (next) write(next);
    },
    confirm: (stretch) =>
      stretch.renderings
        .filter(({ stale }) => stale)
        .forEach(({ key, words }) => {
          confirmTranslation(world.annotations.doc, key, words);
        }),
    step,
    press(event) {
      const { target } = event;
      const writing = target instanceof HTMLElement && target.matches('input, textarea, select');
      if (writing || event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      const onRow = target instanceof HTMLElement && target.hasAttribute('data-passage');
      if (event.code === 'KeyN' || event.code === 'KeyP') step(event.code === 'KeyN' ? 1 : -1);
      else if (event.code === 'KeyT' || (onRow && event.key === 'Enter')) {
        const stretch = stretchOf(current() ?? undefined);
        if (!stretch || stretch.state === 'own' || !list.mayWrite()) return;
        write(stretch);
      } else return;
      event.preventDefault();
    },
  };
}
