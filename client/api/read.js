/** Reading a record and keeping it live: the value, why it isn't there, and asking again. Never suspends the page. */
import { keepPreviousData, useQuery } from '@tanstack/solid-query';
import { call } from './call.ts';
import { CallFailure } from './query-client.ts';
/** Reads what the options name, and again whenever they or the records change. */
export function createRead(endpoint, options) {
    const query = useQuery(() => ({
        queryKey: options().key,
        enabled: options().enabled ?? true,
        queryFn: async ({ signal }) => {
            const answer = await call(endpoint, options().input, signal);
            if (!answer.ok)
                throw new CallFailure(answer);
            return answer.value;
        },
        ...(options().keepFormer ? { placeholderData: keepPreviousData } : {}),
    }));
    // `data` suspends while there is none, so it is read only where there is some.
    return {
        value: () => (query.isSuccess || query.isRefetchError ? query.data : undefined), // what queryFn returned
        failure: () => (query.isError ? query.error?.refused : undefined),
        fetching: () => query.isFetching,
        retry: () => void query.refetch(),
    };
}
