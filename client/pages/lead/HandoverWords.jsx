import { Show } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
/** From where to where, who proposed it and why. */
export function HandoverWords(props) {
    const { t, formats } = useMessages();
    const answering = () => props.proposal.mine === 'to-answer';
    const shown = () => (answering() ? props.proposal.from : props.proposal.to);
    return (<>
      <p class="item-m">
        <Show when={shown()} fallback={<span>{t('lead.first')}</span>}>
          {(body) => (<span class="sec">
              <SectorMark sector={body().sector}/>
              <span>{t(answering() ? 'lead.from' : 'lead.to', { body: body().name })}</span>
            </span>)}
        </Show>
        <span>
          {t('lead.proposedBy', {
            when: formats().relativeDay(props.proposal.proposedAt, new Date()),
            person: props.proposal.proposedBy.name,
        })}
        </span>
      </p>
      <p class="why" dir="auto">
        «{props.proposal.reason}»
      </p>
    </>);
}
