/**
 * What one does with a passage that has to reach another language: translate its whole block with one key, or ask a
 * mediator about the selected words.
 */
import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { readPassages } from '../../../shared/documents/passages.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { type Anchor, anchorAt, toRelative, wordsBetween } from '../anchors.ts';
import { textStateOf } from '../text-state.ts';
import type { AnnotationList } from './annotation-list.ts';

/** "Ask a mediator…" about these words; `anchor` is what a question would hang on. */
export type MediatorAsk = { readonly quote: string; readonly anchor: Anchor | undefined };

export function askAboutSelection(editor: Editor, ask: (ask: MediatorAsk) => void): void {
  const text = textStateOf(editor.state);
  const { from, to } = editor.state.selection;
  ask({
    quote: wordsBetween(editor.state.doc, { from, to }).trim(),
    anchor: text && from < to ? anchorAt(text, { from, to }) : undefined,
  });
}

/** Opens the composer on the words selected, or else on the whole block one stands in. */
export function beginTranslation(editor: Editor, list: AnnotationList, language: ContentLanguage): boolean {
  const anchor = anchorHere(editor);
  if (anchor) list.setDraft({ anchor, kind: 'translation', language, isPlain: false });
  return anchor !== undefined;
}

function anchorHere(editor: Editor): Anchor | undefined {
  const text = textStateOf(editor.state);
  const { from, to, $from } = editor.state.selection;
  if (!text?.fragment.doc) return undefined;
  if (from < to) return anchorAt(text, { from, to });
  if (!$from.parent.isTextblock) return undefined;
  const passages = readPassages(text.fragment.doc);
  const here = passages.at(toRelative(text, $from.start()));
  return here && passages.anchorOf(here);
}

/** `T` where letters aren't typed: in a text one may annotate and not change, on the block one pressed. */
export const translateKey = (translate: (editor: Editor) => boolean) =>
  Extension.create({
    name: 'translateKey',
    addProseMirrorPlugins() {
      const { editor } = this;
      return [
        new Plugin({
          key: new PluginKey('translateKey'),
          props: {
            // A text that isn't edited keeps no caret by itself: without this it would stay at the beginning.
            handleClick(view, at) {
              if (!editor.isEditable) {
                const place = TextSelection.near(view.state.doc.resolve(at));
                view.dispatch(view.state.tr.setSelection(place));
              }
              return false;
            },
            handleDOMEvents: {
              keydown(_view, event) {
                const held = event.ctrlKey || event.metaKey || event.altKey;
                if (editor.isEditable || held || event.code !== 'KeyT' || !editor.state.selection.empty)
                  return false;
                if (!translate(editor)) return false;
                event.preventDefault();
                return true;
              },
            },
          },
        }),
      ];
    },
  });
