/** In the place of the list: who changed the map when. Choosing a moment shows the map as it was then. */
import { createMemo, For, type JSX, Show } from 'solid-js';
import { dayOf } from '../../../shared/dates.ts';
import { pictureOf } from '../../../shared/documents/map-picture.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import { type Sitting, versionEndpoints } from '../../../shared/records/versions.ts';
import { Answered } from '../../api/Answered.tsx';
import { keys } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import { errorWords } from '../../messages/errors.ts';
import { useMessages } from '../../messages/messages.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { sittingWords } from '../versions/moment-words.ts';
import { createPastStates } from '../versions/past-states.ts';
import type { MapTimes } from './map-times.ts';

export function MapMoments(props: { documentId: DocumentId; times: MapTimes }): JSX.Element {
  const words = useMessages();
  const { t, formats } = words;
  const { showToast } = useToasts();
  const read = createRead(versionEndpoints.past, () => ({
    key: [...keys.pasts, props.documentId],
    input: { params: { documentId: props.documentId } },
  }));
  const sittings = () => read.value()?.sittings ?? [];
  const states = createMemo(() => {
    const epoch = read.value()?.epoch;
    return epoch === undefined ? undefined : createPastStates(props.documentId, epoch, sittings);
  });
  const show = async (sitting: Sitting) => {
    const answer = await states()?.at(sitting.to, pictureOf);
    if (!answer) return;
    if (answer.ok) {
      const [on, label] = [dayOf(new Date(sitting.end)), sittingWords(sitting, words)];
      props.times.show({ kind: 'row', seq: sitting.to, on, label, picture: answer.value });
    } else showToast({ text: errorWords(t, answer.code, answer.retryAfterSeconds).title });
  };
  const isShown = ({ to }: Sitting) => {
    const shown = props.times.shown();
    return shown.kind === 'row' && shown.seq === to;
  };
  const authors = ({ by }: Sitting) => {
    const names = (read.value()?.people ?? []).flatMap(({ id, name }) => (by.includes(id) ? [name] : []));
    return names.length > 0 ? formats().list(names) : t('versions.byServer');
  };
  return (
    <aside class="net-panel map-side" aria-label={t('versions.moments')}>
      <div class="net-panel-b" tabindex="0">
        <h2>{t('versions.moments')}</h2>
        <p class="soft">{t('versions.momentsHint')}</p>
        <Answered read={read} lines={5}>
          {(past) => (
            <>
              <ul class="map-moments">
                <For each={[...past().sittings].reverse()}>
                  {(sitting) => (
                    <li>
                      <button
                        type="button"
                        aria-pressed={isShown(sitting)}
                        onClick={() => void show(sitting)}
                      >
                        <span>{sittingWords(sitting, words)}</span>
                        <bdi class="soft">{authors(sitting)}</bdi>
                      </button>
                    </li>
                  )}
                </For>
              </ul>
              <Show when={!past().older}>
                <p class="soft">
                  {t(`versions.begins.${past().begins.why}`, {
                    date: formats().date(past().begins.at, 'long'),
                  })}
                </p>
              </Show>
            </>
          )}
        </Answered>
      </div>
    </aside>
  );
}
