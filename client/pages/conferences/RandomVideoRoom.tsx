/** In the form of a conference: a room of the operator's video server, with a name that tells nothing. */
import { type JSX, Show } from 'solid-js';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { createVideoOrigin } from './video-origin.ts';
import { randomRoom } from './video-room.ts';

export function RandomVideoRoom(props: { onValue: (videoUrl: string) => void }): JSX.Element {
  const { t } = useMessages();
  const origin = createVideoOrigin();
  return (
    <Show when={origin()}>
      {(server) => (
        <Button small onClick={() => props.onValue(randomRoom(server()))}>
          {t('room.videoRandom')}
        </Button>
      )}
    </Show>
  );
}
