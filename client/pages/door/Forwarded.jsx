/** Reports that the call centre forwarded to one's body: read, and opened as a household with a tutor. */
import { createSignal, For, Show } from 'solid-js';
import { reportEndpoints } from '../../../shared/records/reports.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { ReportCase } from './ReportCase.tsx';
import { TakeInDialog } from './TakeInDialog.tsx';
export default function Forwarded(props) {
    const { t } = useMessages();
    const [taking, setTaking] = createSignal();
    const read = createRead(reportEndpoints.forwarded, () => ({
        key: [...keys.reports, 'forwarded'],
        input: {},
    }));
    return (<>
      <Show when={props.heading}>
        <header class="top">
          <PageHeading>{t('door.forwardedTitle')}</PageHeading>
        </header>
      </Show>
      <Answered read={read} lines={5}>
        {(answer) => (<Show when={answer().reports.length > 0} fallback={<EmptyState title={t('door.noForwarded')}/>}>
            <For each={answer().reports}>
              {(report) => (<section class="door-one">
                  <ReportCase report={report} compare={false}/>
                  <Button kind="primary" onClick={() => setTaking({ ...report })}>
                    {t('door.takeIn')}
                  </Button>
                </section>)}
            </For>
          </Show>)}
      </Answered>
      <Show when={taking()} keyed>
        {(report) => <TakeInDialog report={report} onClose={() => setTaking(undefined)}/>}
      </Show>
    </>);
}
