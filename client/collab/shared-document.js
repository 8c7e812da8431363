/**
 * One open shared document: its replica, its socket, who else is here, and whether what stands on the screen is
 * committed. Made and shared out by open-documents.ts; nothing else in the client makes a provider.
 */
import * as decoding from 'lib0/decoding';
import { createSignal } from 'solid-js';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import { createUntidied } from '../../shared/documents/untidied.ts';
import { CloseCode, epochParameter, Limits, MessageKind, noEpoch, schemaParameter, } from '../../shared/sync/protocol.ts';
import { createCopyKeeper } from './copy-keeper.ts';
import { gatedSocket } from './gated-socket.ts';
import { createPresence } from './presence.ts';
import { WebsocketProvider } from './provider.ts';
import { createSaveLedger } from './save-state.ts';
import { wordsOf } from './unsaved-text.ts';
/** After these the replica must not stay in memory: access is gone, or it belongs to a rebuilt document. */
const dropping = [CloseCode.signedOut, CloseCode.notAvailable, CloseCode.oldEpoch];
/** After these it may stay on the page, to be read, but not on the device: it would be refused for ever. */
const refusing = [CloseCode.unsound, CloseCode.badFrame];
export const connectReplica = (request, { line, keptFor, leaveBehind }) => {
    const { documentId, kind } = request;
    const doc = createUntidied();
    const awareness = new Awareness(doc);
    const ledger = createSaveLedger();
    const [access, setAccess] = createSignal(request.access);
    const [ready, setReady] = createSignal(false);
    const [state, setState] = createSignal(ledger.state(), { equals: sameState });
    const [closeReason, setCloseReason] = createSignal();
    const tell = () => setState(ledger.state());
    let begun = false;
    const keeper = createCopyKeeper(request, doc);
    // Before the provider's own listener: a change has to be in the ledger when its frame leaves.
    doc.on('update', (update, origin) => {
        // Before it has begun nobody writes: that is the copy being read.
        if (!begun || origin === provider || keeper.isOrigin(origin) || access() !== 'write')
            return;
        ledger.changed(update);
        keeper.waits(update);
        tell();
    });
    const gate = {
        clientId: doc.clientID,
        mayWrite: () => access() === 'write',
        sent: (frame) => {
            ledger.sent(frame);
            tell();
        },
        inParts: () => joined(ledger.unconfirmed()),
    };
    const params = { [schemaParameter]: String(schemaVersion), [epochParameter]: String(noEpoch) };
    const provider = new WebsocketProvider(`${line.origin}/sync`, documentId, doc, {
        awareness,
        connect: false,
        disableBc: true,
        params,
        WebSocketPolyfill: gatedSocket(line.WebSocket, gate),
    });
    const onAck = (_encoder, decoder) => {
        const before = ledger.unconfirmed().length;
        ledger.acknowledged(decoding.readVarUint(decoder));
        keeper.confirmed(before - ledger.unconfirmed().length);
        tell();
    };
    provider.messageHandlers[MessageKind.ack] = onAck;
    /** The epoch of what follows: said again at each reconnect, and written into the copy before any of it. */
    const holds = (epoch) => {
        params[epochParameter] = String(epoch);
        keeper.belongsTo(epoch);
    };
    const onEpoch = (_encoder, decoder) => holds(decoding.readVarUint(decoder));
    provider.messageHandlers[MessageKind.epoch] = onEpoch;
    provider.on('status', ({ status }) => {
        if (status === 'connected')
            ledger.opened();
        if (status === 'disconnected')
            ledger.lost();
        tell();
    });
    provider.on('sync', (synced) => {
        if (!synced)
            return;
        ledger.synced();
        keeper.becameWhole();
        setReady(true);
        tell();
    });
    // Without the server, a copy that was once whole is read and written on; with it, what it answers comes first.
    provider.on('connection-close', (event) => {
        const final = event !== null && event.code >= 4400 && event.code < 4500;
        if (!final && keeper.isWhole())
            setReady(true);
    });
    let ended = false;
    const destroy = () => {
        if (ended)
            return;
        ended = true;
        presence.close();
        provider.destroy();
        awareness.destroy();
        doc.destroy();
    };
    provider.on('closed', ({ code, reason }) => {
        ledger.ended(code, reason);
        const text = wordsOf(ledger.unconfirmed());
        tell();
        const gone = dropping.includes(code) || refusing.includes(code);
        if (gone)
            keeper.wipe();
        // What stays on the device is sent at the next visit: it isn't lost.
        if (gone || !keeper.isKeeping())
            leaveBehind({ text, why: code === CloseCode.oldEpoch ? 'rebuilt' : 'ended' });
        setCloseReason({ code: code, reason, unsavedText: text }); // the server closes with no other final codes
        if (dropping.includes(code))
            destroy();
    });
    const presence = createPresence(awareness);
    const begin = async () => {
        const kept = keptFor && (await keeper.begin(keptFor));
        if (ended)
            return;
        begun = true;
        if (kept) {
            holds(kept.facts.epoch);
            ledger.restored(kept.waiting, kept.facts.whole);
            tell();
        }
        provider.connect();
    };
    void begin();
    return {
        documentId,
        kind,
        doc,
        provider,
        presence,
        access,
        setAccess(next) {
            setAccess(next);
            keeper.allows(next);
        },
        ready,
        state,
        closeReason,
        keepFor(person) {
            if (!person)
                keeper.wipe();
            else if (ready() && !ended)
                void keeper.keepOpen(person, ledger.unconfirmed);
        },
        destroy,
        abandon() {
            if (!closeReason())
                leaveBehind({ text: wordsOf(ledger.unconfirmed()), why: 'ended' });
            keeper.wipe();
            destroy();
        },
    };
};
const sameState = (a, b) => JSON.stringify(a) === JSON.stringify(b);
/** Neighbours joined while they stay well within what the server takes as one update. */
function joined(updates) {
    const groups = [];
    let size = Number.POSITIVE_INFINITY;
    for (const update of updates) {
        size += update.length;
        if (size > Limits.updateBytes / 2) {
            groups.push([]);
            size = update.length;
        }
        groups.at(-1)?.push(update);
    }
    return groups.map((group) => Y.mergeUpdates(group));
}
