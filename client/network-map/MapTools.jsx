/** What can be added, each with its key, and one's own undo. */
import { Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import IconRedo from '~icons/lucide/redo-2';
import IconUndo from '~icons/lucide/undo-2';
import { useMessages } from '../messages/messages.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { useMapRoom } from './map-room.ts';
export function MapTools(props) {
    const { t } = useMessages();
    const room = useMapRoom();
    return (<div class="net-tools">
      <Button small kbd="N" icon={<IconPlus class="i i-s" aria-hidden="true"/>} onClick={() => props.commands.addNode()}>
        {t('map.tool.add')}
      </Button>
      <Button small kbd="L" onClick={() => props.commands.addTie()}>
        {t('map.tool.tie')}
      </Button>
      <Button small kbd="M" onClick={() => props.commands.addMissing()}>
        {t('map.tool.missing')}
      </Button>
      <Show when={room.acts.canUndo()}>
        <IconButton label={t('map.tool.undo')} onClick={() => props.commands.undo()}>
          <IconUndo class="i i-s flip" aria-hidden="true"/>
        </IconButton>
      </Show>
      <Show when={room.acts.canRedo()}>
        <IconButton label={t('map.tool.redo')} onClick={() => props.commands.redo()}>
          <IconRedo class="i i-s flip" aria-hidden="true"/>
        </IconButton>
      </Show>
    </div>);
}
