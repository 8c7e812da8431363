/** What floats, each behind its button; `?open=dialog|drawer|toast` opens one at once for pictures. */
import { createSignal, onMount } from 'solid-js';
import IconMore from '~icons/lucide/ellipsis';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { Field } from '../Field.tsx';
import { TextArea } from '../inputs.tsx';
import { Menu } from '../Menu.tsx';
import { ToastRegion, useToasts } from '../Toast.tsx';
export const Toasts = (props) => (<ToastRegion>{props.children}</ToastRegion>);
export function Floating(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const [open, setOpen] = createSignal(props.open);
    const [reason, setReason] = createSignal('');
    const close = () => setOpen(null);
    const toast = () => showToast({ text: t('app.saved'), action: { label: t('ui.undo'), onPress: close }, stayMs: 60_000 });
    onMount(() => props.open === 'toast' && toast());
    return (<div class="kr">
      <Button onClick={() => setOpen('dialog')}>Dialog</Button>
      <Button onClick={() => setOpen('drawer')}>Drawer</Button>
      <Button onClick={toast}>Toast</Button>
      <Menu label={t('ui.more')} trigger={<IconMore class="i" aria-hidden="true"/>} entries={[
            { kind: 'heading', label: t('app.tasks') },
            { kind: 'act', label: t('ui.edit'), kbd: 'E', onSelect: close },
            { kind: 'act', label: t('ui.open'), note: t('app.households'), onSelect: close },
            { kind: 'line' },
            { kind: 'choice', label: t('app.themeDark'), chosen: true, onSelect: close },
            { kind: 'act', label: t('ui.remove'), alarm: true, onSelect: close },
        ]}/>
      <Dialog open={open() === 'dialog' || open() === 'drawer'} shape={open() === 'drawer' ? 'drawer' : 'dialog'} onClose={close} title="Accetti la regia?" description="Da oggi il Distretto 2 risponde del piano della famiglia Zeitouna e tu sei il nome che tutti leggono." onSubmit={close} actions={<>
            <Button onClick={close}>{t('ui.cancel')}</Button>
            <Button kind="primary" type="submit" kbd="↵">
              {t('ui.confirm')}
            </Button>
          </>}>
        <Field label="Motivo" hint="Lo legge chi riceve la regia e resta nella storia.">
          <TextArea value={reason()} onValue={setReason}/>
        </Field>
      </Dialog>
    </div>);
}
