/** What may be changed about a body and its spaces, for whoever writes for it. */
import { createSignal, type JSX, Show } from 'solid-js';
import type { NetworkTie, Partner } from '../../../shared/records/partners.ts';
import { type Space, spaceEndpoints } from '../../../shared/records/spaces.ts';
import type { WritesFor } from '../../../shared/records/territory.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { keys } from '../../api/keys.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { NetworkTiesDialog } from './NetworkTiesDialog.tsx';
import { PartnershipDialog } from './PartnershipDialog.tsx';
import { SpaceDialog } from './SpaceDialog.tsx';

export function PlaceActs(props: {
  partner: Partner;
  all: readonly Partner[];
  ties: readonly NetworkTie[];
  writesFor: WritesFor;
}): JSX.Element {
  const { t } = useMessages();
  const [open, setOpen] = createSignal<'partnership' | 'network'>();
  const body = () => props.partner.body;
  const isTheirs = () => props.writesFor === 'all' || props.writesFor.includes(body().id);
  const hasNetwork = () => body().kind === 'casa_del_quartiere' && isTheirs();
  return (
    <Show when={props.writesFor === 'all' || hasNetwork()}>
      <div class="item-a">
        <Show when={props.writesFor === 'all'}>
          <Button
            small
            aria-label={`${t('keep.partner.act')} ${body().name}`}
            onClick={() => setOpen('partnership')}
          >
            {t('keep.partner.act')}
          </Button>
        </Show>
        <Show when={hasNetwork()}>
          <Button small aria-label={`${t('keep.tie.act')} ${body().name}`} onClick={() => setOpen('network')}>
            {t('keep.tie.act')}
          </Button>
        </Show>
      </div>
      <Show when={open() === 'partnership'}>
        <PartnershipDialog partner={{ ...props.partner }} onClose={() => setOpen(undefined)} />
      </Show>
      <Show when={open() === 'network'}>
        <NetworkTiesDialog
          casa={body()}
          ties={props.ties}
          partners={props.all}
          onClose={() => setOpen(undefined)}
        />
      </Show>
    </Show>
  );
}

export function SpaceActs(props: { space: Space }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const [open, setOpen] = createSignal<'change' | 'close'>();
  const leave = () => setOpen(undefined);
  const close = createAction(
    () =>
      call(spaceEndpoints.close, {
        params: { spaceId: props.space.id },
        body: { version: props.space.version },
      }),
    {
      touches: () => [keys.spaces, keys.initiatives],
      onDone: () => {
        showToast({ text: t('keep.space.closed') });
        leave();
      },
    },
  );
  return (
    <Show when={props.space.editable}>
      <div class="item-a">
        <Button
          small
          kind="quiet"
          aria-label={t('keep.changeOf', { name: props.space.name })}
          onClick={() => setOpen('change')}
        >
          {t('keep.change')}
        </Button>
        <Button
          small
          kind="quiet"
          aria-label={t('keep.space.closeOf', { name: props.space.name })}
          onClick={() => setOpen('close')}
        >
          {t('keep.space.close')}
        </Button>
      </div>
      <Show when={open() === 'change'}>
        <SpaceDialog bodies={[props.space.body]} space={{ ...props.space }} onClose={leave} />
      </Show>
      <Show when={open() === 'close'}>
        <ActionDialog
          open
          onClose={leave}
          title={t('keep.space.closeOf', { name: props.space.name })}
          description={t('keep.space.closeNote')}
          act={t('keep.space.closeNow')}
          kind="alarm"
          action={close}
          onSubmit={() => void close.run()}
        />
      </Show>
    </Show>
  );
}
