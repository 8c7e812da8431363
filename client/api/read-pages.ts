/** Reading a long list page by page: all that was read so far as one answer, and the next page when it is asked for. */
import { useInfiniteQuery } from '@tanstack/solid-query';
import type { Accessor } from 'solid-js';
import type { Answer } from './call.ts';
import type { Key } from './keys.ts';
import { CallFailure } from './query-client.ts';
import type { Read } from './read.ts';

/** A page as the contract's `paged` answers it. */
type Page<T> = { readonly items: T[]; readonly next: string | null };

export type PagedRead<T, P extends Page<T>> = Read<P> & {
  readonly hasMore: Accessor<boolean>;
  readonly more: () => void;
};

export type PagedOptions<P> = {
  readonly key: Key;
  /** Asks for the page after that one; `undefined` is the first. */
  readonly page: (after: string | undefined, signal: AbortSignal) => Promise<Answer<P>>;
};

/** The answer is the first page’s, with the items of all pages read so far. */
export function createPagedRead<T, P extends Page<T>>(
  options: Accessor<PagedOptions<P & Page<T>>>,
): PagedRead<T, P> {
  const query = useInfiniteQuery(() => ({
    queryKey: [...options().key, 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const answer = await options().page(pageParam, signal);
      if (!answer.ok) throw new CallFailure(answer);
      return answer.value;
    },
    getNextPageParam: (last) => last.next ?? undefined,
  }));
  const value = (): P | undefined => {
    const pages =
      query.isSuccess || query.isRefetchError || query.isFetchNextPageError ? query.data?.pages : undefined;
    const first = pages?.[0];
    return first && pages && { ...first, items: pages.flatMap(({ items }) => items) };
  };
  return {
    value,
    failure: () => (query.isError && value() === undefined ? query.error?.refused : undefined),
    fetching: () => query.isFetching,
    retry: () => void query.refetch(),
    hasMore: () => query.hasNextPage,
    more: () => void query.fetchNextPage(),
  };
}
