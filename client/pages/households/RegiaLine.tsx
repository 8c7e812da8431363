/** One line: who holds the regia and since when, a handover that waits, who is the tutor, who is here now. */
import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { PersonId } from '../../../shared/ids.ts';
import type { LeadProposal } from '../../../shared/records/lead.ts';
import { useMe } from '../../api/session.tsx';
import type { PresentUser } from '../../collab/presence.ts';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { type AvatarPerson, AvatarStack } from '../../ui/Avatar.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { useRoom } from './household-room.tsx';

export function RegiaLine(): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const household = room.household;
  const waiting = () => {
    const proposal = household().leadProposal;
    return proposal?.state === 'waiting' ? proposal : undefined;
  };
  return (
    <div class="regia">
      <div>
        <span class="regia-k">{t('lead.regia')}</span>
        <span class="regia-v">
          <Show
            when={household().lead}
            fallback={
              <Show when={!waiting()}>
                <PendingRegia />
              </Show>
            }
          >
            {(lead) => (
              <>
                <span class="sec strong">
                  <SectorMark sector={lead().body.sector} />
                  <span dir="auto">{joined(t, [lead().body.name, lead().person.name])}</span>
                </span>
                <span class="soft">{t('lead.since', { date: formats().date(lead().from) })}</span>
              </>
            )}
          </Show>
          <Show when={waiting()}>{(proposal) => <WaitingHandover proposal={proposal()} />}</Show>
        </span>
      </div>
      <Show when={household().tutor}>
        {(tutor) => (
          <div>
            <span class="regia-k">{t('lead.tutor')}</span>
            <span class="sec strong">
              <SectorMark sector={tutor().body?.sector ?? 'third_sector'} />
              <span dir="auto">{joined(t, [tutor().name, tutor().body?.name])}</span>
            </span>
          </div>
        )}
      </Show>
      <Here />
    </div>
  );
}

function PendingRegia(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  return (
    <A class="wait" href={`${room.base}/team`}>
      {t('lead.pending')}
    </A>
  );
}

function WaitingHandover(props: { proposal: LeadProposal }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const words = () =>
    t(props.proposal.from ? 'lead.waitsFor' : 'lead.asked', {
      body: props.proposal.to.name,
      person: props.proposal.person.name,
    });
  return (
    <A class="wait" href={`${room.base}/team`}>
      <SectorMark sector={props.proposal.to.sector} /> {words()}
    </A>
  );
}

/** Who has the plan open: the server says so. Oneself is among them. */
function Here(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const mark = (person: PresentUser): AvatarPerson => ({
    id: person.id,
    name: person.name,
    function: t(`functions.function.${person.function}`),
    bodyName: person.body ?? undefined,
  });
  const people = () => {
    const own: PresentUser = {
      id: me().id,
      name: me().name,
      function: me().function,
      body: me().body?.name ?? null,
    };
    return [...room.here().filter((person) => person.id !== own.id), own].map(mark);
  };
  return (
    <Show when={room.plan()}>
      <div class="regia-here">
        <span class="regia-k">{t('lead.hereNow')}</span>
        <AvatarStack
          people={people()}
          here
          onPress={room.goToPerson() && (({ id }) => room.goToPerson()?.(PersonId.parse(id)))}
        />
      </div>
    </Show>
  );
}
