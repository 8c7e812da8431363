/**
 * Who is here with us, as the server vouches: it writes each state's `user` from the session. One person in two tabs
 * is one person. What we tell of ourselves (where, typing, cursor) leaves at most ten times a second (gated-socket.ts).
 */
import { createSignal } from 'solid-js';
import { z } from 'zod';
import { PersonId } from '../../shared/ids.ts';
import { PersonFunction } from '../../shared/person-function.ts';
/** `user` of a presence state, written by the server. */
const PresentUser = z.object({
    id: PersonId,
    name: z.string(),
    function: PersonFunction,
    body: z.string().nullable(),
});
const PresenceState = z.object({
    user: PresentUser,
    section: z.string().optional().catch(undefined),
    typing: z.boolean().optional().catch(undefined),
    cursor: z.unknown().optional(),
});
/** Without a key for this long, one isn't writing any more. */
const typingRestMs = 2_000;
export function createPresence(awareness) {
    const [people, setPeople] = createSignal([], { equals: samePeople });
    const own = awareness.clientID;
    const look = () => setPeople(peopleOf(awareness.getStates(), own));
    awareness.on('change', look);
    look();
    // A document may be open without being looked at: to send what waits, or just after it was left.
    awareness.setLocalState(null);
    let rest;
    const tell = (field, value) => {
        const now = awareness.getLocalState()?.[field];
        if (JSON.stringify(now) !== JSON.stringify(value))
            awareness.setLocalStateField(field, value);
    };
    return {
        awareness,
        people,
        tell,
        typed() {
            tell('typing', true);
            clearTimeout(rest);
            rest = setTimeout(() => tell('typing', undefined), typingRestMs);
        },
        enter() {
            if (awareness.getLocalState() === null)
                awareness.setLocalState({});
        },
        leave() {
            clearTimeout(rest);
            if (awareness.getLocalState() !== null)
                awareness.setLocalState(null);
        },
        close() {
            clearTimeout(rest);
            awareness.off('change', look);
            setPeople([]);
        },
    };
}
/** People of these states, each once, sorted by name; states the server hasn't vouched for are nobody. */
export function peopleOf(states, ownClientId) {
    const byId = new Map();
    for (const [clientId, raw] of states) {
        const state = PresenceState.safeParse(raw);
        if (clientId === ownClientId || !state.success)
            continue;
        const { user, section, typing, cursor } = state.data;
        const known = byId.get(user.id);
        byId.set(user.id, {
            ...user,
            clientIds: [...(known?.clientIds ?? []), clientId],
            section: section ?? known?.section,
            typing: (typing ?? false) || (known?.typing ?? false),
            cursor: cursor ?? known?.cursor,
        });
    }
    return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name));
}
const samePeople = (a, b) => JSON.stringify(a) === JSON.stringify(b);
