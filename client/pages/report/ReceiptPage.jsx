/** What a sender is told of a report: number, day and state, and nothing of the case (D11). */
import { useParams } from '@solidjs/router';
import { Match, Switch } from 'solid-js';
import { reportEndpoints } from '../../../shared/records/reports.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { ErrorNote, Loading } from '../../ui/notes.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { SessionScene } from '../session/SessionScene.tsx';
export default function ReceiptPage() {
    const { t, formats } = useMessages();
    const params = useParams();
    const token = () => params.token ?? '';
    const read = createRead(reportEndpoints.receipt, () => ({
        key: ['receipt', token()],
        input: { params: { token: token() } },
    }));
    return (<SessionScene>
      <Switch fallback={<Loading />}>
        <Match when={read.failure()?.code === 'link-ended'}>
          <PageHeading>{t('door.receiptEnded')}</PageHeading>
        </Match>
        <Match when={read.value()}>
          {(receipt) => (<>
              <PageHeading>{t('door.receiptTitle', { number: receipt().number })}</PageHeading>
              <p class="si-lead">
                {t(receipt().state === 'received' ? 'door.receiptReceived' : 'door.receiptExamined', {
                date: formats().dateTime(receipt().receivedAt),
            })}
              </p>
            </>)}
        </Match>
        <Match when={read.failure()}>
          {(failure) => <ErrorNote code={failure().code} onRetry={read.retry}/>}
        </Match>
      </Switch>
    </SessionScene>);
}
