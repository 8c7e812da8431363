/**
 * The documents a page has open, each once: the only place that owns providers. Two components that open the same one
 * share its socket. Leaving the last of them closes it, after a short grace (who looks at another tab and comes back
 * finds it open) and never before what was written there is committed.
 */
import { createEffect, createMemo, createRoot, createSignal, on } from 'solid-js';
import { createLeftBehind } from './left-behind.ts';
import { combine, unsavedOf } from './save-state.ts';
const usualGraceMs = 10_000;
export function createOpenDocuments(line, options = {}) {
    const { leftBehind = createLeftBehind(), graceMs = usualGraceMs, keptFor = () => undefined } = options;
    const [entries, setEntries] = createSignal([]);
    const find = (id) => entries().find(({ replica }) => replica.documentId === id);
    const drop = (entry) => {
        clearTimeout(entry.grace);
        entry.replica.destroy();
        setEntries((all) => all.filter((other) => other !== entry));
    };
    /** Waits, without a timer, until nothing is unsaved. Whoever opens it again meanwhile keeps it. */
    const dropWhenSaved = (entry) => {
        createRoot((done) => {
            createMemo(() => {
                if (entry.readers() === 0 && unsavedOf(entry.replica.state()) > 0)
                    return;
                queueMicrotask(done);
                queueMicrotask(() => entry.readers() === 0 && drop(entry));
            });
        });
    };
    const leave = (entry, stayMs) => {
        entry.setReaders((before) => before - 1);
        if (entry.readers() > 0)
            return;
        if (!entry.replica.closeReason())
            entry.replica.presence.leave();
        if (stayMs === 0)
            dropWhenSaved(entry);
        else
            entry.grace = setTimeout(() => dropWhenSaved(entry), stayMs);
    };
    const make = (request, connect) => {
        const replica = connect(request, {
            line,
            keptFor: keptFor(),
            leaveBehind: ({ text, why }) => leftBehind.keep({ ...request, label: request.label ?? '', text, why }),
        });
        const [readers, setReaders] = createSignal(0);
        const entry = { replica, readers, setReaders, grace: undefined };
        setEntries((all) => [...all, entry]);
        return entry;
    };
    const enter = (request, connect) => {
        const known = find(request.documentId);
        const isOver = known?.replica.closeReason() !== undefined;
        if (known && isOver)
            drop(known);
        const entry = known && !isOver ? known : make(request, connect);
        clearTimeout(entry.grace);
        entry.replica.setAccess(request.access);
        entry.setReaders((before) => before + 1);
        return entry;
    };
    const inUse = () => entries().filter(({ readers, replica }) => readers() > 0 || unsavedOf(replica.state()) > 0);
    return createRoot((dispose) => {
        createEffect(on(keptFor, (person) => {
            for (const { replica } of entries())
                replica.keepFor(person);
        }, { defer: true }));
        return {
            open(request, connect) {
                const entry = enter(request, connect);
                entry.replica.presence.enter();
                let left = false;
                return {
                    ...entry.replica,
                    close() {
                        if (left)
                            return;
                        left = true;
                        leave(entry, graceMs);
                    },
                };
            },
            visit(request, connect) {
                const entry = enter(request, connect);
                return new Promise((done) => {
                    createRoot((end) => {
                        const isOver = createMemo(() => entry.replica.closeReason() !== undefined || entry.replica.state().state === 'saved');
                        let left = false;
                        createEffect(() => {
                            if (!isOver() || left)
                                return;
                            left = true;
                            queueMicrotask(end);
                            leave(entry, 0);
                            done();
                        });
                    });
                });
            },
            state: createMemo(() => combine(inUse().map(({ replica }) => replica.state()))),
            unsaved: createMemo(() => entries().reduce((sum, { replica }) => sum + unsavedOf(replica.state()), 0)),
            leftBehind,
            close() {
                for (const { replica, grace } of entries()) {
                    clearTimeout(grace);
                    replica.abandon();
                }
                setEntries([]);
                dispose();
            },
        };
    });
}
