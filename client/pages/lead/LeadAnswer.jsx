/** Answering a handover of the regia: accept in one press, decline with a reason; or take one's own proposal back. */
import { createSignal, Match, Show, Switch } from 'solid-js';
import { leadEndpoints } from '../../../shared/records/lead.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { RefusalNote } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';
export function LeadAnswer(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const [declining, setDeclining] = createSignal(false);
    const params = () => ({ householdId: props.household.id, proposalId: props.proposal.id });
    const done = (text) => ({
        touches: () => [everythingOfHousehold(props.household.id), keys.households],
        onDone: () => showToast({ text }),
    });
    const accept = createAction(() => call(leadEndpoints.answer, { params: params(), body: { answer: 'accept' } }), done(t('lead.accepted', { household: props.household.name })));
    const decline = createAction((reason) => call(leadEndpoints.answer, { params: params(), body: { answer: 'decline', reason } }), done(t('lead.declined')));
    const withdraw = createAction(() => call(leadEndpoints.withdraw, { params: params() }), done(t('lead.withdrawn')));
    return (<Switch>
      <Match when={props.proposal.mine === 'to-answer'}>
        <div class="item-a">
          <Button small kind={props.primary ? 'primary' : 'plain'} busy={accept.busy()} data-approve="" aria-label={`${t('lead.accept')}: ${props.household.name}`} onClick={() => void accept.run()}>
            {t('lead.accept')}
          </Button>
          <Button small aria-label={`${t('lead.decline')} ${props.household.name}`} onClick={() => setDeclining(true)}>
            {t('lead.decline')}
          </Button>
        </div>
        <RefusalNote refusal={accept.refusal()}/>
        <ReasonDialog open={declining()} onClose={() => setDeclining(false)} title={t('lead.declineTitle')} description={<bdi>{props.household.name}</bdi>} act={t('lead.declineAct')} action={decline}/>
      </Match>
      <Match when={props.proposal.mine === 'to-withdraw'}>
        <div class="item-a">
          <Button small busy={withdraw.busy()} onClick={() => void withdraw.run()}>
            {t('lead.withdraw')}
          </Button>
        </div>
        <Show when={withdraw.refusal()}>
          <RefusalNote refusal={withdraw.refusal()}/>
        </Show>
      </Match>
    </Switch>);
}
