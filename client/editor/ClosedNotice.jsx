/**
 * Shown in place of a document the server has ended: why, and what one may do. One's own unsaved words stand over the
 * page (collab/LeftBehindNotice), for they must outlive this place.
 */
import IconAlert from '~icons/lucide/triangle-alert';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import '../ui/notes.css';
const keys = {
    [CloseCode.signedOut]: 'signedOut',
    [CloseCode.notAvailable]: 'notAvailable',
    [CloseCode.oldEpoch]: 'rebuilt',
    [CloseCode.outdatedPage]: 'outdated',
    [CloseCode.unsound]: 'unsound',
    [CloseCode.badFrame]: 'unsound',
    [CloseCode.tooFast]: 'tooFast',
};
export function ClosedNotice(props) {
    const { t } = useMessages();
    const key = () => (props.reason.code in keys ? keys[props.reason.code] : 'unsound');
    return (<section class="error-note" role="alert">
      <IconAlert class="i i-s" aria-hidden="true"/>
      <strong>{t(`plan.closed.${key()}`)}</strong>
      <p>{t(`plan.closed.${key()}.next`)}</p>
      <div class="error-note-a">
        <Button small onClick={() => location.reload()}>
          {t('plan.closed.reload')}
        </Button>
      </div>
    </section>);
}
