/** A dialog that ends in one change: its button waits, its refusal stands inside, and closing it loses nothing typed. */
import { Show } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { RefusalNote } from './RefusalNote.tsx';
export function ActionDialog(props) {
    const { t } = useMessages();
    return (<Dialog open={props.open} onClose={() => props.onClose()} title={props.title} description={props.description} shape={props.shape} onSubmit={() => props.onSubmit()} actions={<>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button type="submit" kind={props.kind ?? 'primary'} busy={props.action.busy()}>
            {props.act}
          </Button>
        </>}>
      {props.children}
      <Show when={props.action.refusal()}>{(refusal) => <RefusalNote refusal={refusal()}/>}</Show>
    </Dialog>);
}
