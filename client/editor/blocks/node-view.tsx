/**
 * Blocks whose words are Tiptap's and whose surroundings are Solid's. The view is a child of the editor component, so it
 * reads contexts and live records like any other part of the page; Tiptap never looks at what Solid draws.
 */
import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import type { NodeView } from '@tiptap/pm/view';
import { type Accessor, createEffect, createRoot, createSignal, type JSX } from 'solid-js';
import { insert } from 'solid-js/web';
import type { Chrome } from '../chrome.ts';

/** A block as its Solid parts see it. */
export type Block = {
  /** Reactive: attributes and words as they are now. */
  readonly node: Accessor<TextNode>;
  change(attributes: Record<string, string | null>): void;
  /** Where the block begins now; undefined once it was taken out. */
  position(): number | undefined;
};

/** Draws a part for as long as the returned function isn't called. */
export const mountPart = (chrome: Chrome, into: Element, part: () => JSX.Element): (() => void) =>
  createRoot((dispose) => {
    insert(into, part);
    return dispose;
  }, chrome.owner ?? undefined);

function createBlock(props: NodeViewRendererProps): Block & { setNode(node: TextNode): void } {
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
      if (at === undefined || !props.editor.isEditable) return;
      props.editor.commands.command(({ tr }) => {
        for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(at, name, value);
        return true;
      });
    },
  };
}

export type BlockParts = {
  readonly name: string;
  readonly contentTag: 'p' | 'div';
  readonly contentClass: string;
  /** Shown while there are no words. */
  readonly placeholder: (block: Block) => string;
  readonly before?: (block: Block) => JSX.Element;
  readonly after?: (block: Block) => JSX.Element;
};

/** A text block with something drawn before and after its words. */
export function textBlockView(chrome: Chrome, parts: BlockParts) {
  return (props: NodeViewRendererProps): NodeView => {
    const block = createBlock(props);
    const dom = document.createElement('section');
    dom.className = parts.name;
    dom.dataset.block = parts.name;
    const content = document.createElement(parts.contentTag);
    content.className = parts.contentClass;
    const releases = (['before', 'after'] as const).map((side) => {
      const part = parts[side];
      if (!part) return () => {};
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
    const dress = (node: TextNode) => {
      // The whole block, its small line too, runs the way its words do.
      dom.dir = directionIn(node);
      if (node.attrs.lang) content.lang = node.attrs.lang;
      else content.removeAttribute('lang');
      content.classList.toggle('is-empty', node.content.size === 0);
      content.dataset.placeholder = parts.placeholder(block);
    };
    dress(props.node);
    return {
      dom,
      contentDOM: content,
      update(node) {
        if (node.type !== props.node.type) return false;
        dress(node);
        block.setNode(node);
        return true;
      },
      stopEvent: (event) => event.target instanceof globalThis.Node && isOutside(event.target, content),
      ignoreMutation: (mutation) => mutation.type !== 'selection' && isOutside(mutation.target, content),
      destroy() {
        for (const release of releases) release();
      },
    };
  };
}

/** As chosen, else by the first letter with a direction, else the page's. */
function directionIn(node: TextNode): string {
  const { dir } = node.attrs;
  if (dir === 'ltr' || dir === 'rtl') return dir;
  const letter = /\p{L}/u.exec(node.textContent)?.[0];
  if (letter === undefined) return '';
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter) ? 'rtl' : 'ltr';
}

/** In the block but not in its words. Dragging the whole block starts on the block itself. */
const isOutside = (target: globalThis.Node, content: Element): boolean =>
  !content.contains(target) || target === content.parentElement;

/** Something inside a line that Solid draws whole. */
export function inlineView(chrome: Chrome, draw: (block: Block) => JSX.Element) {
  return (props: NodeViewRendererProps): NodeView => {
    const block = createBlock(props);
    const dom = document.createElement('span');
    dom.className = 'chip-place';
    dom.dataset.chip = '';
    dom.contentEditable = 'false';
    const release = mountPart(chrome, dom, () => draw(block));
    return {
      dom,
      update(node) {
        if (node.type !== props.node.type) return false;
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
