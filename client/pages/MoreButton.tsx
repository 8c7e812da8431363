/** Under a long list: the rest of it. Stands only while there is more. */
import { type JSX, Show } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';

export function MoreButton(props: {
  read: { readonly hasMore: () => boolean; readonly more: () => void; readonly fetching: () => boolean };
}): JSX.Element {
  const { t } = useMessages();
  return (
    <Show when={props.read.hasMore()}>
      <p class="item-a">
        <Button small busy={props.read.fetching()} onClick={() => props.read.more()}>
          {t('tasks.loadMore')}
        </Button>
      </p>
    </Show>
  );
}
