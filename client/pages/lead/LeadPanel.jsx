/** The regia of a household: who holds it, the proposal that waits, passing it on, and how it has passed (B2, B3). */
import { createSignal, For, Show } from 'solid-js';
import { leadEndpoints } from '../../../shared/records/lead.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { Tag } from '../../ui/state.tsx';
import { useRoom } from '../households/household-room.tsx';
import { HandoverWords } from './HandoverWords.tsx';
import { LeadAnswer } from './LeadAnswer.tsx';
import { ProposeLeadDialog } from './ProposeLeadDialog.tsx';
export function LeadPanel() {
    const { t, formats } = useMessages();
    const room = useRoom();
    const [proposing, setProposing] = createSignal(false);
    const lead = () => room.household().lead;
    const waiting = () => {
        const proposal = room.household().leadProposal;
        return proposal?.state === 'waiting' ? proposal : undefined;
    };
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('lead.title')}</h2>
        <Show when={room.household().can.proposeLead && !waiting()}>
          <Button small onClick={() => setProposing(true)}>
            {lead() ? t('lead.passOn') : t('lead.propose')}
          </Button>
        </Show>
      </div>
      <Show when={lead()} fallback={<p>
            <Tag tone="waiting">{t('lead.pending')}</Tag> <span class="muted">{t('lead.explain')}</span>
          </p>}>
        {(tenure) => (<div class="line">
            <span class="sec strong">
              <SectorMark sector={tenure().body.sector} named/>
              <span dir="auto">
                {tenure().body.name}, {tenure().person.name}
              </span>
            </span>
            <span class="end">{t('lead.since', { date: formats().date(tenure().from) })}</span>
          </div>)}
      </Show>
      <Show when={waiting()}>
        {(proposal) => (<div class="item">
            <p class="item-t">
              <Tag tone="waiting">{t('lead.state.waiting')}</Tag>{' '}
              <span dir="auto">
                {proposal().to.name}, {proposal().person.name}
              </span>
            </p>
            <HandoverWords proposal={proposal()}/>
            <LeadAnswer household={room.household()} proposal={proposal()} primary/>
          </div>)}
      </Show>
      <LeadHistory />
      <Show when={room.household().can.proposeLead}>
        <ProposeLeadDialog open={proposing()} onClose={() => setProposing(false)}/>
      </Show>
    </section>);
}
function LeadHistory() {
    const { t, formats } = useMessages();
    const room = useRoom();
    const history = createRead(leadEndpoints.history, () => ({
        key: householdKey(room.household().id, 'lead'),
        input: { params: { householdId: room.household().id } },
    }));
    const past = () => history.value()?.tenures.filter((tenure) => tenure.to !== null) ?? [];
    const answered = () => history.value()?.proposals.filter((proposal) => proposal.state !== 'waiting') ?? [];
    return (<Show when={past().length + answered().length > 0}>
      <details>
        <summary class="muted">{t('lead.history')}</summary>
        <ul>
          <For each={past()}>
            {(tenure) => (<li class="line">
                <span class="sec">
                  <SectorMark sector={tenure.body.sector}/>
                  <span dir="auto">
                    {tenure.body.name}, {tenure.person.name}
                  </span>
                </span>
                <span class="end">
                  {t('lead.period', {
                from: formats().date(tenure.from),
                to: tenure.to ? formats().date(tenure.to) : t('lead.today'),
            })}
                </span>
              </li>)}
          </For>
          <For each={answered()}>
            {(proposal) => (<li class="line">
                <span dir="auto">{t('lead.to', { body: proposal.to.name })}</span>
                <Tag>{t(`lead.state.${proposal.state}`)}</Tag>
                <Show when={proposal.answerReason}>
                  {(reason) => (<span class="soft" dir="auto">
                      «{reason()}»
                    </span>)}
                </Show>
                <span class="end">{formats().date(proposal.answeredAt ?? proposal.proposedAt)}</span>
              </li>)}
          </For>
        </ul>
      </details>
    </Show>);
}
