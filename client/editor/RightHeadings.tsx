/**
 * Beside the heading of a right: the right's ring, and who writes under it. Drawn on this page only, as decorations: the
 * shared text holds nothing of them, and a screen reader hears the outline instead.
 */
import { Extension } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { type Accessor, Show } from 'solid-js';
import type { Right } from '../../shared/records/rights.ts';
import type { PresentPerson } from '../collab/presence.ts';
import { joined } from '../messages/joined.ts';
import { useMessages } from '../messages/messages.tsx';
import { Ring, type RingState } from '../ui/state.tsx';
import { mountPart } from './blocks/node-view.tsx';
import type { Chrome } from './chrome.ts';
import { sectionsOf } from './text-state.ts';

export type RightHeadingFacts = {
  readonly stateOf: (right: Right) => RingState;
  readonly people: Accessor<readonly PresentPerson[]>;
};

const key = new PluginKey<DecorationSet>('rightHeadings');

export const rightHeadingsExtension = (chrome: Chrome, facts: RightHeadingFacts) =>
  Extension.create({
    name: 'rightHeadings',
    addProseMirrorPlugins() {
      const draw = (doc: TextNode) => drawAll(doc, chrome, facts);
      return [
        new Plugin<DecorationSet>({
          key,
          state: {
            init: (_config, state) => draw(state.doc),
            apply: (tr, drawn, _old, state) => (tr.docChanged ? draw(state.doc) : drawn),
          },
          props: { decorations: (state) => key.getState(state) },
        }),
      ];
    },
  });

function drawAll(doc: TextNode, chrome: Chrome, facts: RightHeadingFacts): DecorationSet {
  const drawn = sectionsOf(doc).flatMap(({ right, level, position }) => {
    const size = doc.nodeAt(position)?.nodeSize;
    if (!right || level !== 2 || !size) return [];
    return [
      Decoration.node(position, position + size, { class: 'plan-right' }),
      headingMark(position + 1, right, chrome, facts),
    ];
  });
  return DecorationSet.create(doc, drawn);
}

/** One mark a right, kept while the words around it change; what it shows is Solid's, so it stays live by itself. */
function headingMark(at: number, right: Right, chrome: Chrome, facts: RightHeadingFacts): Decoration {
  const releases = new WeakMap<Node, () => void>();
  const draw = () => {
    const place = document.createElement('span');
    place.className = 'plan-right-mark';
    // With a direction of its own it doesn't tell the heading's, which its words decide.
    place.dir = 'auto';
    place.contentEditable = 'false';
    place.setAttribute('aria-hidden', 'true');
    releases.set(
      place,
      mountPart(chrome, place, () => <HeadingMark right={right} facts={facts} />),
    );
    return place;
  };
  return Decoration.widget(at, draw, {
    side: -1,
    key: `right-${right}`,
    ignoreSelection: true,
    destroy: (place) => releases.get(place)?.(),
  });
}

function HeadingMark(props: { right: Right; facts: RightHeadingFacts }) {
  const { t, language } = useMessages();
  const writers = () => props.facts.people().filter((person) => person.section === props.right);
  const names = () => writers().map((person) => person.name.split(' ')[0]);
  return (
    <>
      <span class="plan-right-ring">
        <Ring state={props.facts.stateOf(props.right)} decorative />
      </span>
      <Show when={writers().length > 0}>
        <span class="plan-right-who" lang={language()}>
          {t('plan.writing', { count: writers().length, names: joined(t, names()) })}
        </span>
      </Show>
    </>
  );
}
