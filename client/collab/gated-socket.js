/**
 * The socket a provider is given: the one seam every outgoing frame passes through. Here a reader's document frames
 * are stopped, sent frames are counted, echoes of other people's presence are dropped (y-websocket sends back every
 * awareness change it hears) and one's own presence is held to ten frames a second.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Limits, MessageKind } from '../../shared/sync/protocol.ts';
/** Own presence goes out at most this often; the last state always arrives. */
export const presenceEveryMs = 100;
/** Second varint of a `sync` frame (y-protocols/sync). */
const SyncStep = { one: 0, two: 1, update: 2 };
/** A WebSocket class whose `send` obeys the gate. `Base` is the platform's own, or a test's. */
export function gatedSocket(Base, gate) {
    return class extends Base {
        #held;
        #timer;
        #lastPresence = 0;
        /** The others have heard of this page: it must tell them when it goes. */
        #isHere = false;
        send(data) {
            if (data instanceof Uint8Array)
                this.#sendFrame(data); // lib0 encodes into plain buffers
            else
                super.send(data);
        }
        #sendFrame(frame) {
            const decoder = decoding.createDecoder(frame);
            const kind = decoding.readVarUint(decoder);
            if (kind === MessageKind.awareness)
                this.#sendPresence(decoding.readVarUint8Array(decoder));
            else if (kind === MessageKind.sync)
                this.#sendSync(frame, decoding.readVarUint(decoder));
            else
                super.send(frame);
        }
        #sendSync(frame, step) {
            const asks = step === SyncStep.one;
            if (!asks && !gate.mayWrite())
                return;
            if (step === SyncStep.two && frame.length > Limits.updateBytes)
                this.#sendInParts(frame);
            else {
                super.send(frame);
                if (!asks)
                    gate.sent(step === SyncStep.two ? 'step2' : 'update');
            }
        }
        /** Hours of work offline may be more than the server takes in one frame: it would end the connection, again and again. */
        #sendInParts(whole) {
            const parts = gate.inParts();
            for (const part of parts) {
                super.send(syncFrame(SyncStep.update, part));
                gate.sent('part');
            }
            super.send(parts.length > 0 ? syncFrame(SyncStep.two, emptyUpdate) : whole);
            gate.sent('step2');
        }
        #sendPresence(update) {
            const own = ownPresence(update, gate.clientId);
            if (!own || (own.leaving && !this.#isHere))
                return;
            this.#isHere = !own.leaving;
            const wait = this.#lastPresence + presenceEveryMs - Date.now();
            if (own.leaving || wait <= 0) {
                this.#sendNow(own.frame);
                return;
            }
            this.#held = own.frame;
            this.#timer ??= setTimeout(() => {
                if (this.#held)
                    this.#sendNow(this.#held);
            }, wait);
        }
        #sendNow(frame) {
            clearTimeout(this.#timer);
            this.#timer = undefined;
            this.#held = undefined;
            this.#lastPresence = Date.now();
            if (this.readyState === this.OPEN)
                super.send(frame);
        }
    };
}
/** The part of an awareness update that speaks for `clientId`, framed again; undefined when there is none. */
function ownPresence(update, clientId) {
    const decoder = decoding.createDecoder(update);
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
        const id = decoding.readVarUint(decoder);
        const clock = decoding.readVarUint(decoder);
        const state = decoding.readVarString(decoder);
        if (id === clientId)
            return { frame: presenceFrame(id, clock, state), leaving: state === 'null' };
    }
    return undefined;
}
/** No structs and nothing deleted (Yjs, update format 1). */
const emptyUpdate = Uint8Array.of(0, 0);
function syncFrame(step, update) {
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, MessageKind.sync);
    encoding.writeVarUint(frame, step);
    encoding.writeVarUint8Array(frame, update);
    return encoding.toUint8Array(frame);
}
function presenceFrame(id, clock, state) {
    const update = encoding.createEncoder();
    encoding.writeVarUint(update, 1);
    encoding.writeVarUint(update, id);
    encoding.writeVarUint(update, clock);
    encoding.writeVarString(update, state);
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, MessageKind.awareness);
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(update));
    return encoding.toUint8Array(frame);
}
