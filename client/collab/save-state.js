/**
 * What a page may say about saving, and the ledger that lets it say so. The server acknowledges committed frames by
 * number (shared/sync/protocol.ts, `ack`); the ledger knows which local changes each sent frame carried. A change is
 * saved when a frame that carried it is acknowledged on the connection it was sent on: nothing else counts.
 */
export function createSaveLedger() {
    let connection = 'none';
    let everSynced = false;
    let waiting = [];
    /** Changes made and changes confirmed since the document was opened; `waiting` holds those between. */
    let made = 0;
    let confirmed = 0;
    /** Of this connection: how many changes frame n covers, and how many frames are acknowledged. */
    let covers = [];
    let acked = 0;
    /** Changes from before this connection travel in step 2; until it is sent an update frame proves nothing about them. */
    let owesStepTwo = false;
    const confirm = (changes) => {
        if (changes <= confirmed)
            return;
        waiting = waiting.slice(changes - confirmed);
        confirmed = changes;
    };
    const disconnect = () => {
        covers = [];
        acked = 0;
    };
    return {
        restored(updates, known) {
            made += updates.length;
            waiting.push(...updates);
            everSynced ||= known;
        },
        changed(update) {
            made += 1;
            waiting.push(update);
        },
        opened() {
            disconnect();
            connection = 'open';
            owesStepTwo = made > confirmed;
        },
        synced() {
            if (connection === 'open')
                connection = 'synced';
            everSynced = true;
        },
        lost() {
            disconnect();
            if (typeof connection === 'string')
                connection = 'none';
        },
        ended(code, reason) {
            disconnect();
            connection = { code, reason };
        },
        sent(frame) {
            if (frame === 'step2')
                owesStepTwo = false;
            covers.push(owesStepTwo || frame === 'part' ? confirmed : made);
        },
        acknowledged(frames) {
            acked = Math.min(frames, covers.length);
            confirm(covers[acked - 1] ?? confirmed);
        },
        state() {
            const changes = made - confirmed;
            if (typeof connection === 'object')
                return { state: 'closed', ...connection };
            if (connection !== 'synced')
                return everSynced || changes > 0 ? { state: 'offline', unsynced: changes } : { state: 'connecting' };
            const pending = Math.max(changes, covers.length - acked);
            return pending > 0 ? { state: 'saving', pending } : { state: 'saved' };
        },
        unconfirmed: () => waiting,
    };
}
/** Changes that would be lost with this page. One frame without changes (an empty step 2) is none. */
export function unsavedOf(state) {
    if (state.state === 'saving')
        return state.pending;
    return state.state === 'offline' ? state.unsynced : 0;
}
/** The most worrying state wins; counts add up. */
export function combine(states) {
    const live = states.filter((state) => state.state !== 'closed');
    const has = (name) => live.some((state) => state.state === name);
    const sum = live.reduce((total, state) => total + unsavedOf(state), 0);
    if (live.length === 0)
        return undefined;
    if (has('offline'))
        return { state: 'offline', unsynced: sum };
    if (has('saving'))
        return { state: 'saving', pending: sum };
    return has('connecting') ? { state: 'connecting' } : { state: 'saved' };
}
