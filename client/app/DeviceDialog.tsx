/** Where a person says that this device is theirs, and reads what that means before they do. */
import type { JSX } from 'solid-js';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Checkbox } from '../ui/inputs.tsx';
import { useShell } from './shell.ts';

export default function DeviceDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { device } = useShell();
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('app.device')}
      description={t('device.what')}
      actions={<Button onClick={() => props.onClose()}>{t('ui.close')}</Button>}
    >
      <p>
        <strong>{t('device.risk')}</strong>
      </p>
      <p>{t('device.ends')}</p>
      <Checkbox
        checked={device.isMine()}
        label={t('device.mine')}
        note={device.canKeep ? undefined : t('device.cannot')}
        disabled={!device.canKeep}
        onValue={device.choose}
      />
    </Dialog>
  );
}
