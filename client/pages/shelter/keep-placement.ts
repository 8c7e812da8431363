/** What the server answered to a step, into the lists that are on the screen: the next step needn't wait for them. */
import { useQueryClient } from '@tanstack/solid-query';
import type { HomeSupport } from '../../../shared/records/home-supports.ts';
import type { placementEndpoints } from '../../../shared/records/placement-endpoints.ts';
import type { Placement } from '../../../shared/records/placements.ts';
import type { Value } from '../../api/call.ts';
import { householdKey, type Key, keys } from '../../api/keys.ts';
import { useRoom } from '../households/household-room.tsx';

type Open = Value<typeof placementEndpoints.open>;
type Shelter = Value<typeof placementEndpoints.ofHousehold>;

/** Names of the lists that a step of a stay makes stale. */
export const touchedByStep = ({ household }: Placement): readonly Key[] => [
  keys.placements,
  keys.structures,
  householdKey(household.id, 'shelter'),
];

const withNewer = <T extends { readonly id: string; readonly version: number }>(
  list: readonly T[],
  answered: T,
): T[] => list.map((one) => (one.id === answered.id && one.version < answered.version ? answered : one));

/**
 * Puts a placement as it was answered where its older state stands. Until the lists have come again a step would be
 * sent with the version before, and refused as if somebody else had changed it.
 */
export function useKeepPlacement(): (answered: Placement) => void {
  const client = useQueryClient();
  return (answered) => {
    client.setQueryData<Open>(
      keys.placements,
      (kept) => kept && { ...kept, placements: withNewer(kept.placements, answered) },
    );
    client.setQueryData<Shelter>(
      householdKey(answered.household.id, 'shelter'),
      (kept) => kept && { ...kept, placements: withNewer(kept.placements, answered) },
    );
  };
}

/** The same for a support at home. */
export function useKeepHomeSupport(): (answered: HomeSupport) => void {
  const client = useQueryClient();
  const room = useRoom();
  return (answered) =>
    void client.setQueryData<Shelter>(
      householdKey(room.household().id, 'shelter'),
      (kept) => kept && { ...kept, homeSupports: withNewer(kept.homeSupports, answered) },
    );
}
