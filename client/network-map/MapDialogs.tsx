/** The one dialog that is open, and where the focus goes when it closes. */
import { type JSX, Match, Switch } from 'solid-js';
import { AddMissingDialog } from './AddMissingDialog.tsx';
import { AddNodeDialog } from './AddNodeDialog.tsx';
import type { Commands } from './commands.ts';
import { EditNodeDialog } from './EditNodeDialog.tsx';
import { type MapDialog, useMapRoom } from './map-room.ts';
import { TieDialog } from './TieDialog.tsx';

export function MapDialogs(props: { commands: Commands }): JSX.Element {
  const room = useMapRoom();
  const only = <K extends MapDialog['kind']>(kind: K): Extract<MapDialog, { kind: K }> | false => {
    const dialog = room.dialog();
    return dialog?.kind === kind ? (dialog as Extract<MapDialog, { kind: K }>) : false; // just compared
  };
  const close = () => room.setDialog(null);
  return (
    <Switch>
      <Match when={only('add-node')}>
        <AddNodeDialog onClose={close} />
      </Match>
      <Match when={only('add-missing')}>
        {(dialog) => <AddMissingDialog who={dialog().who} onClose={close} />}
      </Match>
      <Match when={only('add-tie')}>
        {(dialog) => <TieDialog source={dialog().source} target={dialog().target} onClose={close} />}
      </Match>
      <Match when={only('edit-tie')}>
        {(dialog) => <TieDialog tieKey={dialog().key} onClose={close} onRemove={props.commands.removeTie} />}
      </Match>
      <Match when={only('edit-node')}>
        {(dialog) => (
          <EditNodeDialog nodeKey={dialog().key} onClose={close} onRemove={props.commands.removeNode} />
        )}
      </Match>
    </Switch>
  );
}
