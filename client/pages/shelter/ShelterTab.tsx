/** A household's shelter: what was tried at home, places asked for, stays, and the secret address for who may know. */
import '../pages.css';
import './shelter.css';
import { createSignal, type JSX, Show } from 'solid-js';
import { placementEndpoints } from '../../../shared/records/placement-endpoints.ts';
import { Answered } from '../../api/Answered.tsx';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Tag } from '../../ui/state.tsx';
import { useRoom } from '../households/household-room.tsx';
import { AskDialog } from './AskDialog.tsx';
import { HomeSupports } from './HomeSupports.tsx';
import { PlacementLines } from './PlacementLine.tsx';
import { SecretPlace } from './SecretPlace.tsx';

export default function ShelterTab(): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const householdId = room.household().id;
  const [asking, setAsking] = createSignal(false);
  const shelter = createRead(placementEndpoints.ofHousehold, () => ({
    key: householdKey(householdId, 'shelter'),
    input: { params: { householdId } },
  }));
  return (
    <div class="narrow">
      <Answered read={shelter} lines={6}>
        {(answer) => (
          <>
            <Show when={answer().placements.length > 0 && answer().chronicity}>
              {(seen) => (
                <p class="shelter-nights" data-alert={seen().alert ? '' : undefined}>
                  <Show when={seen().alert}>
                    <Tag tone="late">{t('shelter.alert')}</Tag>{' '}
                  </Show>
                  {t('shelter.chronicity', {
                    nights: seen().nights,
                    limit: seen().rule.nights,
                    entries: seen().entries,
                    most: seen().rule.entries,
                  })}
                </p>
              )}
            </Show>
            <section class="sect">
              <div class="sect-h">
                <h2>{t('shelter.placements')}</h2>
                <span class="n">{formats().number(answer().placements.length)}</span>
                <Show when={room.household().can.writeShelter}>
                  <Button small onClick={() => setAsking(true)}>
                    {t('shelter.ask')}
                  </Button>
                </Show>
              </div>
              <Show
                when={answer().placements.length > 0}
                fallback={
                  <EmptyState size="part" title={t('shelter.noPlacements')}>
                    {t('shelter.noPlacementsNext')}
                  </EmptyState>
                }
              >
                <PlacementLines placements={answer().placements} />
              </Show>
            </section>
            <HomeSupports supports={answer().homeSupports} />
            <Show when={asking()}>
              <AskDialog supports={answer().homeSupports} onClose={() => setAsking(false)} />
            </Show>
          </>
        )}
      </Answered>
      <SecretPlace />
    </div>
  );
}
