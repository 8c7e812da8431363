/**
 * Yjs types as fine-grained Solid state. A projection is a plain value read from a document by an accessor of
 * shared/documents; only the parts that changed wake what reads them.
 */
import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import type * as Y from 'yjs';

/** Anything of Yjs that can be watched deeply. */
type Watched = Pick<Y.AbstractType<Y.YEvent<Y.Map<unknown>>>, 'observeDeep' | 'unobserveDeep'>;

function watch(type: Watched, onChange: () => void): void {
  type.observeDeep(onChange);
  onCleanup(() => type.unobserveDeep(onChange));
}

/**
 * Reads a value now and again after each transaction that touched `type`.
 * `createYSignal(attendance(doc), () => readAttendance(doc))`.
 */
export function createYSignal<T>(type: Watched, read: () => T): Accessor<T> {
  const [value, setValue] = createSignal(read(), { equals: false });
  watch(type, () => setValue(() => read()));
  return value;
}

/**
 * A keyed collection as a store: `read` gives a map, the store holds the same as a record whose entries keep their
 * identity while they are equal. `createDocumentProjection(mapNodes(doc), () => readNodes(doc))`.
 */
export function createDocumentProjection<T extends object>(
  type: Watched,
  read: () => ReadonlyMap<string, T>,
): Readonly<Record<string, T>> {
  const [store, setStore] = createStore<Record<string, T>>(Object.fromEntries(read()));
  watch(type, () => setStore(reconcile(Object.fromEntries(read()))));
  return store;
}

/** One entry of a Y.Map, by key; undefined while it isn't there. */
export function createYMapSignal<T>(map: Y.Map<T>, key: string): Accessor<T | undefined> {
  const [value, setValue] = createSignal<T | undefined>(map.get(key), { equals: false });
  const look = (event: Y.YMapEvent<T>) => {
    if (event.keysChanged.has(key)) setValue(() => map.get(key));
  };
  map.observe(look);
  onCleanup(() => map.unobserve(look));
  return value;
}

/** The words of a Y.Text, as they are being written. */
export function createYTextSignal(text: Y.Text): Accessor<string> {
  const [value, setValue] = createSignal(text.toString());
  const look = () => setValue(text.toString());
  text.observe(look);
  onCleanup(() => text.unobserve(look));
  return value;
}
