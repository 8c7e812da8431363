/**
 * What every tab of a household's page has at hand: the household itself, its live records, its open documents and who
 * is here. Made once per household, gone with its page.
 */
import { type Accessor, createContext, createMemo, createSignal, type JSX, useContext } from 'solid-js';
import type { Day } from '../../../shared/dates.ts';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type Conference, conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { type Goal, goalEndpoints } from '../../../shared/records/goals.ts';
import type { Household } from '../../../shared/records/households.ts';
import { type Referral, referralEndpoints } from '../../../shared/records/referrals.ts';
import { type RightSummary, rightsBoardEndpoints } from '../../../shared/records/rights-board.ts';
import { type Task, taskEndpoints } from '../../../shared/records/tasks.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead, type Read } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { createDocument } from '../../collab/collab.tsx';
import type { PresentPerson } from '../../collab/presence.ts';
import type { SharedDocument } from '../../collab/shared-document.ts';
import { type CaretColour, caretColourOf, caretColoursTogether } from '../../ui/caret-colour.ts';
import { CaretColours } from '../../ui/caret-colours.tsx';
import { createToday } from '../today-day.ts';

export type HouseholdRecords = {
  readonly goals: Read<{ goals: Goal[] }>;
  readonly rights: Read<{ rights: RightSummary[] }>;
  readonly tasks: Read<{ tasks: Task[] }>;
  readonly referrals: Read<{ referrals: Referral[] }>;
  readonly conferences: Read<{ conferences: Conference[] }>;
};

export type HouseholdRoom = {
  readonly household: Accessor<Household>;
  /** Address of the page, without a tab. */
  readonly base: string;
  readonly today: Accessor<Day>;
  readonly records: HouseholdRecords;
  /** The care plan, open while the household is: who is in it is who is here. Undefined where the reader has none. */
  readonly plan: Accessor<SharedDocument | undefined>;
  /** Everybody else who has this household's plan open. */
  readonly here: Accessor<readonly PresentPerson[]>;
  /** Reactive: goes to where that person writes, while a text is on the screen. Set by the tab that shows it. */
  readonly goToPerson: Accessor<GoToPerson | undefined>;
  readonly setGoToPerson: (go: GoToPerson | undefined) => void;
};

type GoToPerson = (personId: PersonId) => void;

const RoomContext = createContext<HouseholdRoom>();

export function useRoom(): HouseholdRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error('useRoom needs the page of a household above it');
  return room;
}

export function HouseholdRoomProvider(props: {
  id: HouseholdId;
  household: Household;
  children: JSX.Element;
}): JSX.Element {
  const room = createRoom(props.id, () => props.household);
  const colours = createColours(room);
  return (
    <RoomContext.Provider value={room}>
      <CaretColours colourOf={(id) => colours().get(id) ?? caretColourOf(id)}>{props.children}</CaretColours>
    </RoomContext.Provider>
  );
}

/** From who is on the team and who is here, so that every page of the household gives the same. */
function createColours(room: HouseholdRoom): Accessor<ReadonlyMap<string, CaretColour>> {
  const me = useMe();
  const team = () => room.household().careTeam.filter(({ to }) => to === null);
  return createMemo(() =>
    caretColoursTogether(
      team().map(({ person }) => person.id),
      [me().id, ...room.here().map(({ id }) => id)],
    ),
  );
}

function createRoom(householdId: HouseholdId, household: Accessor<Household>): HouseholdRoom {
  const plan = createOpened(household, 'care-plan');
  const [goToPerson, setGoToPerson] = createSignal<GoToPerson>();
  return {
    household,
    base: `/households/${householdId}`,
    today: createToday(),
    records: createRecords(householdId, household),
    plan,
    here: () => plan()?.presence.people() ?? [],
    goToPerson,
    setGoToPerson: (go) => void setGoToPerson(() => go),
  };
}

function createRecords(householdId: HouseholdId, household: Accessor<Household>): HouseholdRecords {
  const input = { params: { householdId } };
  const enabled = () => household().can.seeCase;
  const key = (part: Parameters<typeof householdKey>[1]) => householdKey(householdId, part);
  return {
    goals: createRead(goalEndpoints.list, () => ({ key: key('goals'), input, enabled: enabled() })),
    rights: createRead(rightsBoardEndpoints.get, () => ({ key: key('rights'), input, enabled: enabled() })),
    tasks: createRead(taskEndpoints.ofHousehold, () => ({ key: key('tasks'), input })),
    referrals: createRead(referralEndpoints.list, () => ({
      key: key('referrals'),
      input,
      enabled: enabled(),
    })),
    conferences: createRead(conferenceEndpoints.ofHousehold, () => ({
      key: key('conferences'),
      input,
      enabled: enabled(),
    })),
  };
}

/** Opens the document of this kind for as long as the owner lives, anew when its access changes. */
export function createOpened(
  household: Accessor<Household>,
  kind: DocumentKind,
): Accessor<SharedDocument | undefined> {
  return createDocument(() => {
    const { documents, name } = household();
    const found = documents.find((document) => document.kind === kind);
    // Copied out of the live record, so that a change of access is a change.
    return found && { documentId: found.id, kind: found.kind, access: found.access, label: name };
  });
}
