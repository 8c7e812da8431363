/** The plan in one language, kept true while text and translations change; and which languages there are to read it in. */
import { type Accessor, createSignal, onCleanup } from 'solid-js';
import type * as Y from 'yjs';
import { threads as threadsRoot } from '../../../shared/documents/annotations.ts';
import { contentRoot } from '../../../shared/documents/rich-text.ts';
import { type InLanguage, readInLanguage } from '../../../shared/documents/translations.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';

/** Others' keystrokes are gathered for this long; one's own show at once. In milliseconds. */
const gatherMs = 120;

/** Reads again after each change of either document. Call inside an owner, when both are ready. */
export function createInLanguage(
  plan: Y.Doc,
  annotations: Y.Doc,
  language: ContentLanguage,
): Accessor<InLanguage> {
  return createReading(plan, annotations, gatherMs, () => readInLanguage(plan, annotations, language));
}

/** Anything read from the two documents, at most once in `everyMs` for what others change. */
export function createReading<T>(
  plan: Y.Doc,
  annotations: Y.Doc,
  everyMs: number,
  read: () => T,
): Accessor<T> {
  const [value, setValue] = createSignal(read(), { equals: false });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    timer = undefined;
    setValue(() => read());
  };
  const later = () => {
    timer ??= setTimeout(now, everyMs);
  };
  const look = (_: unknown, { local }: Y.Transaction) => (local ? now() : later());
  const watched = [plan.getXmlFragment(contentRoot), threadsRoot(annotations)];
  for (const type of watched) type.observeDeep(look);
  onCleanup(() => {
    clearTimeout(timer);
    for (const type of watched) type.unobserveDeep(look);
  });
  return value;
}
