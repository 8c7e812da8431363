/** Words in which people are called: their names stand out. */
import { createMemo, For, Show } from 'solid-js';
import type { PersonBrief } from '../../../shared/records/people.ts';

type Part = { readonly text: string; readonly isName: boolean };

export function Called(props: {
  text: string;
  mentions: readonly string[] | undefined;
  people: readonly PersonBrief[];
}) {
  const parts = createMemo(() => {
    const names = props.people.filter(({ id }) => props.mentions?.includes(id)).map(({ name }) => `@${name}`);
    return names.reduce<Part[]>(
      (all, name) => all.flatMap((part) => (part.isName ? [part] : partedBy(part.text, name))),
      [{ text: props.text, isName: false }],
    );
  });
  return (
    <For each={parts()}>
      {({ text, isName }) => (
        <Show when={isName} fallback={text}>
          <b class="note-called" dir="auto">
            {text}
          </b>
        </Show>
      )}
    </For>
  );
}

const partedBy = (text: string, name: string): Part[] =>
  text
    .split(name)
    .flatMap((piece, index): Part[] => [
      ...(index > 0 ? [{ text: name, isName: true }] : []),
      { text: piece, isName: false },
    ])
    .filter((part) => part.text);
