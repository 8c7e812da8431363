/**
 * The team's video room beside the notes: in a window of its own, or in the page where the operator's server allows it.
 * Once joined the frame is never made anew while the conference is on the screen: making it small only hides it.
 */
import { createMemo, createSignal, type JSX, Show, untrack } from 'solid-js';
import IconExternal from '~icons/lucide/external-link';
import IconVideo from '~icons/lucide/video';
import type { Conference } from '../../../shared/records/conferences.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { createVideoOrigin } from './video-origin.ts';
import { framedRoom } from './video-room.ts';

export type Video = {
  readonly address: () => string | null;
  /** Where it may be shown in the page. */
  readonly framed: () => string | undefined;
  readonly joined: () => string | undefined;
  readonly join: () => void;
  readonly leave: () => void;
};

export function createVideo(conference: () => Conference): Video {
  const me = useMe();
  const origin = createVideoOrigin();
  const [joined, setJoined] = createSignal<string>();
  const framed = createMemo(() => framedRoom(conference().videoUrl, origin(), me().name));
  return {
    address: () => conference().videoUrl,
    framed,
    joined,
    join: () => setJoined(untrack(framed)),
    leave: () => setJoined(undefined),
  };
}

/** Among the acts of the conference. */
export function VideoLinks(props: { video: Video }): JSX.Element {
  const { t } = useMessages();
  return (
    <Show when={props.video.address()}>
      {(address) => (
        <>
          <Show when={props.video.framed() && !props.video.joined()}>
            <Button small icon={<IconVideo class="i i-s" aria-hidden="true" />} onClick={props.video.join}>
              {t('room.videoJoin')}
            </Button>
          </Show>
          <ButtonLink
            small
            href={address()}
            target="_blank"
            rel="noopener noreferrer"
            title={t('room.videoNew')}
            icon={<IconExternal class="i i-s" aria-hidden="true" />}
          >
            {t('room.videoOpen')}
          </ButtonLink>
        </>
      )}
    </Show>
  );
}

export function VideoFrame(props: { video: Video }): JSX.Element {
  const { t } = useMessages();
  const [small, setSmall] = createSignal(false);
  return (
    <Show when={props.video.joined()} keyed>
      {(address) => (
        <section class="video" aria-label={t('room.video')} data-small={small() ? '' : undefined}>
          <div class="video-a">
            <b>{t('room.video')}</b>
            <Button small kind="quiet" aria-expanded={!small()} onClick={() => setSmall(!small())}>
              {small() ? t('room.videoShow') : t('room.videoHide')}
            </Button>
            <Button small kind="quiet" onClick={props.video.leave}>
              {t('room.videoLeave')}
            </Button>
          </div>
          <iframe
            src={address}
            title={t('room.video')}
            allow="camera; microphone; display-capture; autoplay; fullscreen"
            referrerpolicy="no-referrer"
            sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-modals"
          />
        </section>
      )}
    </Show>
  );
}
