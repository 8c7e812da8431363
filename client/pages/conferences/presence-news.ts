/** Tells screen readers who came and who left: politely, a few seconds together, never name after name of two hundred. */
import { type Accessor, createEffect, onCleanup } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { useAnnounce } from '../../ui/announce.tsx';

/** What happens within so many milliseconds is said in one sentence; who comes back meanwhile never left. */
export const togetherMs = 5_000;
const mostNames = 3;

type Somebody = { readonly id: string; readonly name: string };
export type News = { readonly came: readonly string[]; readonly went: readonly string[] };

/** Who is there now and wasn't, and the other way round. */
export function newsOf(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): News {
  const missing = (from: ReadonlyMap<string, string>, among: ReadonlyMap<string, string>) =>
    [...from].filter(([id]) => !among.has(id)).map(([, name]) => name);
  return { came: missing(now, before), went: missing(before, now) };
}

export function createPresenceNews(people: Accessor<readonly Somebody[]>): void {
  const { t, formats } = useMessages();
  const announce = useAnnounce();
  let told: ReadonlyMap<string, string> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => new Map(people().map(({ id, name }) => [id, name]));
  const names = (all: readonly string[]) => {
    const rest = all.length - mostNames;
    return formats().list(
      rest > 0 ? [...all.slice(0, mostNames), t('room.andOthers', { count: rest })] : all,
    );
  };
  const say = () => {
    timer = undefined;
    const here = now();
    const { came, went } = newsOf(told ?? here, here);
    told = here;
    const sentences = [
      came.length > 0 && t('room.came', { count: came.length, names: names(came) }),
      went.length > 0 && t('room.went', { count: went.length, names: names(went) }),
    ].filter((sentence) => sentence !== false);
    if (sentences.length > 0) announce(sentences.join(' '));
  };
  createEffect(() => {
    people();
    // Whoever is there when one comes is no news: they arrive within the first seconds.
    timer ??= setTimeout(say, togetherMs);
  });
  onCleanup(() => clearTimeout(timer));
}
