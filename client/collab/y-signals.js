/**
 * Yjs types as fine-grained Solid state. A projection is a plain value read from a document by an accessor of
 * shared/documents; only the parts that changed wake what reads them.
 */
import { createSignal, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
function watch(type, onChange) {
    type.observeDeep(onChange);
    onCleanup(() => type.unobserveDeep(onChange));
}
/**
 * Reads a value now and again after each transaction that touched `type`.
 * `createYSignal(attendance(doc), () => readAttendance(doc))`.
 */
export function createYSignal(type, read) {
    const [value, setValue] = createSignal(read(), { equals: false });
    watch(type, () => setValue(() => read()));
    return value;
}
/**
 * A keyed collection as a store: `read` gives a map, the store holds the same as a record whose entries keep their
 * identity while they are equal. `createDocumentProjection(mapNodes(doc), () => readNodes(doc))`.
 */
export function createDocumentProjection(type, read) {
    const [store, setStore] = createStore(Object.fromEntries(read()));
    watch(type, () => setStore(reconcile(Object.fromEntries(read()))));
    return store;
}
/** One entry of a Y.Map, by key; undefined while it isn't there. */
export function createYMapSignal(map, key) {
    const [value, setValue] = createSignal(map.get(key), { equals: false });
    const look = (event) => {
        if (event.keysChanged.has(key))
            setValue(() => map.get(key));
    };
    map.observe(look);
    onCleanup(() => map.unobserve(look));
    return value;
}
/** The words of a Y.Text, as they are being written. */
export function createYTextSignal(text) {
    const [value, setValue] = createSignal(text.toString());
    const look = () => setValue(text.toString());
    text.observe(look);
    onCleanup(() => text.unobserve(look));
    return value;
}
