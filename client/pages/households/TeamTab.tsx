/** Who belongs, who follows, who holds the regia, what the family consented to, and who was let into which zone. */
import { For, type JSX, Show } from 'solid-js';
import { joined } from '../../messages/joined.ts';
import { useMessages } from '../../messages/messages.tsx';
import { LeadPanel } from '../lead/LeadPanel.tsx';
import { Contacts } from '../mediation/Contacts.tsx';
import { Mediations } from '../mediation/Mediations.tsx';
import { CareTeam } from './CareTeam.tsx';
import { Consents } from './Consents.tsx';
import { ageWords } from './clock-words.ts';
import { useRoom } from './household-room.tsx';
import { TutorPanel } from './TutorPanel.tsx';
import { Zones } from './Zones.tsx';

export default function TeamTab(): JSX.Element {
  const room = useRoom();
  return (
    <div class="cols2">
      <div>
        <CareTeam />
        <Members />
        <Show when={room.household().can.seeCase}>
          <Mediations />
        </Show>
      </div>
      <div>
        <LeadPanel />
        <TutorPanel />
        <Show when={room.household().can.seeCase}>
          <Contacts />
          <Consents />
          <Zones />
        </Show>
      </div>
    </div>
  );
}

function Members(): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  return (
    <section class="sect">
      <div class="sect-h">
        <h2>{t('team.members')}</h2>
      </div>
      <ul>
        <For each={room.household().members.filter((member) => member.left === null)}>
          {(member) => (
            <li class="line">
              <b dir="auto">{member.name}</b>
              <span class="soft">{t(`households.relation.${member.relation}`)}</span>
              <Show when={member.birth}>
                {(birth) => <span class="soft">{ageWords(t, birth(), room.today())}</span>}
              </Show>
              <Show when={member.pregnancy && member.pregnancy.ended === null}>
                <span class="soft">{t('households.expectingSince')}</span>
              </Show>
              <span class="end">
                {joined(
                  t,
                  member.languages.map((language) => t(`functions.language.${language}`)),
                )}
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
