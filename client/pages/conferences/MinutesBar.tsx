/**
 * Above the minutes: what may be added to the open point, whom one follows, and the offer to go to the point that was
 * opened. Nobody is moved who didn't ask for it.
 */
import { createEffect, createSignal, type JSX, Show } from 'solid-js';
import IconDecision from '~icons/lucide/check';
import IconFollow from '~icons/lucide/locate-fixed';
import IconVoice from '~icons/lucide/message-circle-heart';
import IconDissent from '~icons/lucide/split';
import type { Conference } from '../../../shared/records/conferences.ts';
import type { MinutesHandle } from '../../editor/MinutesEditor.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { whenChanged } from '../../ui/when-changed.ts';
import type { Follow } from './follow.ts';
import type { Hall } from './hall.ts';

export type MinutesBarProps = {
  conference: Conference;
  hall: Hall;
  follow: Follow;
  handle: MinutesHandle | undefined;
  editable: boolean;
  /** Key of the section at the top of the minutes. */
  current: string | undefined;
  /** Stands where words are added, once nothing can be. */
  frozen?: JSX.Element;
  /** What one may do with the minutes as a whole, at the end. */
  papers: JSX.Element;
};

export function MinutesBar(props: MinutesBarProps): JSX.Element {
  const { t } = useMessages();
  const taker = () => props.conference.minuteTaker;
  const takerHere = () =>
    taker().id !== props.hall.me && props.hall.people().some(({ id }) => id === taker().id);
  const first = () => taker().name.split(' ')[0] ?? '';
  const section = () => {
    const open = props.conference.floor?.pointId;
    return open ? `agenda-${open}` : props.current;
  };
  const add = (name: 'voice' | 'decision' | 'dissent') => props.handle?.addBlock(name, section());
  return (
    <div class="mn-bar">
      {props.frozen}
      <Show when={props.editable && props.handle}>
        <fieldset class="mn-add" aria-label={t('room.addTo')}>
          <Button
            small
            kind="quiet"
            icon={<IconDecision class="i i-s" aria-hidden="true" />}
            onClick={() => add('decision')}
          >
            {t('room.addDecision')}
          </Button>
          <Button
            small
            kind="quiet"
            icon={<IconVoice class="i i-s" aria-hidden="true" />}
            onClick={() => add('voice')}
          >
            {t('room.addVoice')}
          </Button>
          <Button
            small
            kind="quiet"
            icon={<IconDissent class="i i-s" aria-hidden="true" />}
            onClick={() => add('dissent')}
          >
            {t('room.addDissent')}
          </Button>
        </fieldset>
      </Show>
      <div class="mn-end">
        <Show when={takerHere()}>
          <div class="mn-follow">
            <span role="status">
              <Show when={props.follow.following()}>
                <span aria-hidden="true">{t('conferences.follow', { name: first() })}</span>
                <span class="sr">{t('room.following', { name: taker().name })}</span>
              </Show>
            </span>
            <Button
              small
              kbd="F"
              aria-pressed={props.follow.following()}
              title={props.follow.following() ? t('room.following', { name: taker().name }) : undefined}
              icon={<IconFollow class="i i-s" aria-hidden="true" />}
              onClick={props.follow.toggle}
            >
              {props.follow.following()
                ? t('room.stopFollowing')
                : props.follow.broken()
                  ? t('room.followAgain', { name: first() })
                  : t('conferences.follow', { name: first() })}
            </Button>
          </div>
        </Show>
        {props.papers}
      </div>
    </div>
  );
}

/** The point that was opened, for whoever reads elsewhere; it goes when one gets there, or says no. */
export function PointOffer(props: {
  conference: Conference;
  current: string | undefined;
  /** Whether the heading of a point can be seen: then there is nowhere to go. */
  sees: (pointId: string) => boolean;
  onGo: (pointId: string) => void;
}): JSX.Element {
  const { t } = useMessages();
  const [offered, setOffered] = createSignal<string>();
  whenChanged(
    () => props.conference.floor?.pointId,
    (pointId) => setOffered(pointId && !props.sees(pointId) ? pointId : undefined),
    { defer: true },
  );
  createEffect(() => {
    if (props.current === `agenda-${offered()}`) setOffered(undefined);
  });
  const point = () => props.conference.agenda.find(({ id }) => id === offered());
  return (
    <Show when={point()}>
      {(open) => (
        <div class="mn-note">
          <span class="mn-offer" dir="auto">
            {t('room.offer', { title: open().title })}
          </span>
          <Button
            small
            onClick={() => {
              props.onGo(open().id);
              setOffered(undefined);
            }}
          >
            {t('room.offerGo')}
          </Button>
          <Button small kind="quiet" onClick={() => setOffered(undefined)}>
            {t('room.offerStay')}
          </Button>
        </div>
      )}
    </Show>
  );
}
