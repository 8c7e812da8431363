/** Reports forwarded to one's body that nobody opened a household for yet: how many, and the way there. */
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { reportEndpoints } from '../../../shared/records/reports.ts';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';

export default function ForwardedNote(): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const receives = () => {
    const { policy } = reportEndpoints.forwarded;
    return policy.kind === 'functions' && policy.functions.includes(me().function);
  };
  const read = createRead(reportEndpoints.forwarded, () => ({
    key: [...keys.reports, 'forwarded'],
    input: {},
    enabled: receives(),
  }));
  const count = () => read.value()?.reports.length ?? 0;
  return (
    <Show when={count() > 0}>
      <section class="sect">
        <div class="sect-h">
          <h2>{t('keep.forwarded.title')}</h2>
          <span class="n">{count()}</span>
          <A href={me().function === 'desk' ? '/door/forwarded' : '/door'} class="end">
            {t('keep.forwarded.open')}
          </A>
        </div>
        <p class="muted">{t('keep.forwarded.next', { count: count() })}</p>
      </section>
    </Show>
  );
}
