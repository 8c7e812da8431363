import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Checkbox } from '../ui/inputs.tsx';
import { useShell } from './shell.ts';
export default function DeviceDialog(props) {
    const { t } = useMessages();
    const { device } = useShell();
    return (<Dialog open={props.open} onClose={props.onClose} title={t('app.device')} description={t('app.deviceWhat')} actions={<Button onClick={() => props.onClose()}>{t('ui.close')}</Button>}>
      <p>
        <strong>{t('app.deviceRisk')}</strong>
      </p>
      <p>{t('app.deviceEnds')}</p>
      <Checkbox checked={device.isMine()} label={t('app.deviceMine')} note={device.canKeep ? undefined : t('app.deviceCannot')} disabled={!device.canKeep} onValue={device.choose}/>
    </Dialog>);
}
