/** Several bodies of the directory: each found by name and taken off by its own button. Put it in a `<Field group>`. */
import { For, type JSX } from 'solid-js';
import IconX from '~icons/lucide/x';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import { useMessages } from '../../messages/messages.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { SectorMark } from '../../ui/SectorMark.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';

export function BodiesField(props: {
  value: readonly BodyBrief[];
  onValue: (bodies: readonly BodyBrief[]) => void;
  /** Those that can't be taken off, and why. */
  fixed?: ((body: BodyBrief) => string | undefined) | undefined;
}): JSX.Element {
  const { t } = useMessages();
  const add = (body: BodyBrief | null) => {
    if (body && !props.value.some(({ id }) => id === body.id)) props.onValue([...props.value, body]);
  };
  return (
    <>
      <ul>
        <For each={props.value}>
          {(body) => (
            <li class="line">
              <span class="sec">
                <SectorMark sector={body.sector} named />
                <span dir="auto">{body.name}</span>
              </span>
              <span class="end">
                {props.fixed?.(body) ?? (
                  <IconButton
                    label={`${t('ui.clear')}: ${body.name}`}
                    onClick={() => props.onValue(props.value.filter(({ id }) => id !== body.id))}
                  >
                    <IconX class="i i-s" aria-hidden="true" />
                  </IconButton>
                )}
              </span>
            </li>
          )}
        </For>
      </ul>
      <BodyPicker value={null} onValue={add} />
    </>
  );
}
