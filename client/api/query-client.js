/** The page's memory of what the server said. One per signed-in person: signing out throws it away. */
import { QueryCache, QueryClient } from '@tanstack/solid-query';
/** TanStack wants failures thrown: this carries a refusal across and is unwrapped again in `createRead`. */
export class CallFailure extends Error {
    refused;
    constructor(refused) {
        super(refused.code);
        this.refused = refused;
    }
}
/** Worth asking again by itself: the same question may soon have an answer. */
const passing = ['offline', 'not-ready', 'broken'];
const tries = 2;
/** How long an answer counts as fresh when the feed says nothing, in milliseconds. */
const freshMs = 30_000;
export function createQueryClient(options) {
    return new QueryClient({
        queryCache: new QueryCache({
            onError: (failure) => {
                if (failure.refused.code === 'signed-out')
                    options.onSignedOut();
            },
        }),
        defaultOptions: {
            queries: {
                networkMode: 'always',
                staleTime: freshMs,
                retry: (count, failure) => count < tries && passing.includes(failure.refused.code),
                retryDelay: (count) => 400 * 2 ** count,
                // Rows keep their place in the page, and so the focus, when the list is read again.
                reconcile: 'id',
            },
        },
    });
}
