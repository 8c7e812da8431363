/** The one dialog that is open, and where the focus goes when it closes. */
import { Match, Switch } from 'solid-js';
import { AddMissingDialog } from './AddMissingDialog.tsx';
import { AddNodeDialog } from './AddNodeDialog.tsx';
import { EditNodeDialog } from './EditNodeDialog.tsx';
import { useMapRoom } from './map-room.ts';
import { TieDialog } from './TieDialog.tsx';
export function MapDialogs(props) {
    const room = useMapRoom();
    const only = (kind) => {
        const dialog = room.dialog();
        return dialog?.kind === kind ? dialog : false; // just compared
    };
    const close = () => room.setDialog(null);
    return (<Switch>
      <Match when={only('add-node')}>
        <AddNodeDialog onClose={close}/>
      </Match>
      <Match when={only('add-missing')}>
        {(dialog) => <AddMissingDialog who={dialog().who} onClose={close}/>}
      </Match>
      <Match when={only('add-tie')}>
        {(dialog) => <TieDialog source={dialog().source} target={dialog().target} onClose={close}/>}
      </Match>
      <Match when={only('edit-tie')}>
        {(dialog) => <TieDialog tieKey={dialog().key} onClose={close} onRemove={props.commands.removeTie}/>}
      </Match>
      <Match when={only('edit-node')}>
        {(dialog) => (<EditNodeDialog nodeKey={dialog().key} onClose={close} onRemove={props.commands.removeNode}/>)}
      </Match>
    </Switch>);
}
