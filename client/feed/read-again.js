/** First reads that will be followed by a second one: however many events come meanwhile, one is enough. */
const followed = new WeakSet();
/**
 * Makes everything under `key` (without one: everything) stale and reads what is on the screen again. A first read under
 * way may have passed the change by, and TanStack would not begin it anew: it is read again once it has its answer.
 */
export function readAgain(client, key) {
    const filters = key ? { queryKey: key } : {};
    for (const { state, promise, queryKey } of client.getQueryCache().findAll(filters)) {
        const first = state.fetchStatus !== 'idle' && state.data === undefined;
        if (!first || !promise || followed.has(promise))
            continue;
        followed.add(promise);
        const again = () => void client.invalidateQueries({ queryKey, exact: true });
        promise.then(again, again);
    }
    void client.invalidateQueries(filters);
}
