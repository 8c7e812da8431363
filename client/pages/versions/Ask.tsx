/** A question inside the window of the history: what will be done, and the button that does it. Escape leaves it alone. */
import { createUniqueId, type JSX, onMount, Show } from 'solid-js';
import type { Action } from '../../api/action.ts';
import { RefusalNote } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';

export function Ask(props: {
  title: string;
  description: string;
  act: string;
  action: Action<[]>;
  onClose: () => void;
  children: JSX.Element;
}): JSX.Element {
  const { t } = useMessages();
  const id = createUniqueId();
  let title: HTMLHeadingElement | undefined;
  const from = document.activeElement;
  onMount(() => title?.focus());
  const leave = () => {
    props.onClose();
    if (from instanceof HTMLElement) from.focus();
  };
  // Before the window hears of it, which would close.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    leave();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void props.action.run();
  };
  return (
    <form class="hw-ask" aria-labelledby={id} noValidate on:keydown={onKey} onSubmit={submit}>
      <h3 id={id} ref={title} tabindex="-1">
        {props.title}
      </h3>
      <p class="soft">{props.description}</p>
      {props.children}
      <Show when={props.action.refusal()}>{(refusal) => <RefusalNote refusal={refusal()} />}</Show>
      <div class="hw-ask-a">
        <Button onClick={leave}>{t('ui.cancel')}</Button>
        <Button type="submit" kind="primary" busy={props.action.busy()}>
          {props.act}
        </Button>
      </div>
    </form>
  );
}
