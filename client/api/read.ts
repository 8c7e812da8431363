/** Reading a record and keeping it live: the value, why it isn't there, and asking again. Never suspends the page. */
import { keepPreviousData, useQuery } from '@tanstack/solid-query';
import type { Accessor } from 'solid-js';
import type { Endpoint } from '../../shared/endpoint.ts';
import { type CallInput, call, type Refused, type Value } from './call.ts';
import type { Key } from './keys.ts';
import { CallFailure } from './query-client.ts';

export type Read<T> = {
  /** The latest answer, also while a newer one is on its way or couldn't be had. */
  readonly value: Accessor<T | undefined>;
  /** Why there is no newer answer. */
  readonly failure: Accessor<Refused | undefined>;
  readonly fetching: Accessor<boolean>;
  readonly retry: () => void;
};

export type ReadOptions<E extends Endpoint> = {
  readonly key: Key;
  readonly input: CallInput<E>;
  /** False: not asked at all, because this person can't have it. */
  readonly enabled?: boolean | undefined;
  /** Show the former answer while another key is asked: for search and paging. */
  readonly keepFormer?: boolean | undefined;
};

/** Reads what the options name, and again whenever they or the records change. */
export function createRead<E extends Endpoint>(
  endpoint: E,
  options: Accessor<ReadOptions<NoInfer<E>>>,
): Read<Value<E>> {
  const query = useQuery(() => ({
    queryKey: options().key,
    enabled: options().enabled ?? true,
    queryFn: async ({ signal }) => {
      const answer = await call(endpoint, options().input, signal);
      if (!answer.ok) throw new CallFailure(answer);
      return answer.value;
    },
    ...(options().keepFormer ? { placeholderData: keepPreviousData } : {}),
  }));
  // `data` suspends while there is none, so it is read only where there is some.
  return {
    value: () => (query.isSuccess || query.isRefetchError ? query.data : undefined) as Value<E> | undefined, // what queryFn returned
    failure: () => (query.isError ? query.error?.refused : undefined),
    fetching: () => query.isFetching,
    retry: () => void query.refetch(),
  };
}
