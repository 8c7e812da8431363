/**
 * What every tab of a household's page has at hand: the household itself, its live records, its open documents and who
 * is here. Made once per household, gone with its page.
 */
import { createContext, createMemo, createSignal, untrack, useContext, } from 'solid-js';
import { conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { goalEndpoints } from '../../../shared/records/goals.ts';
import { referralEndpoints } from '../../../shared/records/referrals.ts';
import { rightsBoardEndpoints } from '../../../shared/records/rights-board.ts';
import { taskEndpoints } from '../../../shared/records/tasks.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { useMe } from '../../api/session.tsx';
import { createDocument } from '../../collab/collab.tsx';
import { caretColourOf, caretColoursTogether } from '../../ui/caret-colour.ts';
import { CaretColours } from '../../ui/caret-colours.tsx';
import { createToday } from '../today-day.ts';
const RoomContext = createContext();
export function useRoom() {
    const room = useContext(RoomContext);
    if (!room)
        throw new Error('useRoom needs the page of a household above it');
    return room;
}
export function HouseholdRoomProvider(props) {
    const room = createRoom(props.id, () => props.household);
    const colours = createColours(room);
    return (<RoomContext.Provider value={room}>
      <CaretColours colourOf={(id) => colours().get(id) ?? caretColourOf(id)}>{props.children}</CaretColours>
    </RoomContext.Provider>);
}
/** From who is on the team and who is here, so that every page of the household gives the same. */
function createColours(room) {
    const me = useMe();
    const team = () => room.household().careTeam.filter(({ to }) => to === null);
    return createMemo(() => caretColoursTogether(team().map(({ person }) => person.id), [me().id, ...room.here().map(({ id }) => id)]));
}
function createRoom(householdId, household) {
    const plan = createOpened(household, 'care-plan');
    const [goToPerson, setGoToPerson] = createSignal();
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
function createRecords(householdId, household) {
    const input = { params: { householdId } };
    const enabled = () => household().can.seeCase;
    const key = (part) => householdKey(householdId, part);
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
export function createOpened(household, kind) {
    // Copied out of the live record, so that a change of access is a change.
    const link = createMemo(() => {
        const found = household().documents.find((document) => document.kind === kind);
        return found && { documentId: found.id, kind: found.kind, access: found.access };
    }, undefined, { equals: (a, b) => a?.documentId === b?.documentId && a?.access === b?.access });
    const request = createMemo(() => {
        const found = link();
        return found && { ...found, label: untrack(household).name };
    });
    return createDocument(request);
}
