/** After the conference, at the top of its room: what the minutes wait for, and what I can do about it now. */
import './closing.css';
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js';
import type { Conference } from '../../../../shared/records/conferences.ts';
import { type Closing, minutesEndpoints } from '../../../../shared/records/minutes.ts';
import { createAction } from '../../../api/action.ts';
import { call } from '../../../api/call.ts';
import { useMe } from '../../../api/session.tsx';
import { useMessages } from '../../../messages/messages.tsx';
import { Button } from '../../../ui/Button.tsx';
import { useToasts } from '../../../ui/Toast.tsx';
import { isolate } from '../../isolate.ts';
import { ClosingDrawer } from './ClosingDrawer.tsx';
import { closingTouches, createClosing, paramsOf } from './closing-read.ts';
import { RemarkDialog } from './RemarkDialog.tsx';
import { SignDialog } from './SignDialog.tsx';
import { StartReadingDialog } from './StartReadingDialog.tsx';

export default function ClosingBar(props: { conference: Conference }): JSX.Element {
  const read = createClosing(() => props.conference);
  return (
    <Show when={read.value()}>{(closing) => <Bar conference={props.conference} closing={closing()} />}</Show>
  );
}

type Part = { conference: Conference; closing: Closing };

function Bar(props: Part): JSX.Element {
  const { t } = useMessages();
  const [asking, setAsking] = createSignal<'read' | 'remark' | 'sign' | 'all'>();
  const close = () => setAsking(undefined);
  const isFrozen = () => props.conference.status === 'frozen';
  const isShown = () => isFrozen() || props.closing.reading !== null || props.closing.can.startReading;
  const own = () => props.closing.attendees.find(({ canSign }) => canSign === 'self');
  return (
    <Show when={isShown()}>
      <section class="cl" aria-label={t('closing.title')}>
        <p class="cl-s" role="status">
          <Switch fallback={t('closing.open')}>
            <Match when={isFrozen()}>
              <SigningLine closing={props.closing} />
            </Match>
            <Match when={props.closing.reading}>
              <ReadingLine closing={props.closing} />
            </Match>
          </Switch>
        </p>
        <div class="cl-a">
          <Show when={!isFrozen() && props.closing.can.startReading}>
            <Button small onClick={() => setAsking('read')}>
              {t(props.closing.reading ? 'closing.otherDay' : 'closing.askToRead')}
            </Button>
          </Show>
          <Show when={props.closing.can.remark}>
            <Button small onClick={() => setAsking('remark')}>
              {t('closing.haveRemark')}
            </Button>
          </Show>
          <Fine conference={props.conference} closing={props.closing} />
          <Show when={own()}>
            <Button small kind="primary" onClick={() => setAsking('sign')}>
              {t('closing.sign')}
            </Button>
          </Show>
          <Show when={isFrozen() || props.closing.reading}>
            <Button small kind="quiet" onClick={() => setAsking('all')}>
              {t('closing.details')}
            </Button>
          </Show>
        </div>
        <Show when={asking() === 'read'}>
          <StartReadingDialog conference={props.conference} reading={props.closing.reading} onClose={close} />
        </Show>
        <Show when={asking() === 'remark'}>
          <RemarkDialog conference={props.conference} onClose={close} />
        </Show>
        <Show when={asking() === 'sign' && own()}>
          {(mine) => (
            <SignDialog
              conference={props.conference}
              attendee={mine()}
              withoutQuorum={props.closing.withoutQuorum !== null}
              onClose={close}
            />
          )}
        </Show>
        <ClosingDrawer
          open={asking() === 'all'}
          conference={props.conference}
          closing={props.closing}
          onClose={close}
        />
      </section>
    </Show>
  );
}

function ReadingLine(props: { closing: Closing }): JSX.Element {
  const { t, formats } = useMessages();
  const fine = () => props.closing.readers.filter(({ state }) => state === 'fine').length;
  const unanswered = () => props.closing.remarks.filter(({ answer }) => answer === null).length;
  return (
    <>
      {t('closing.readLine', {
        until: formats().date(props.closing.reading?.until ?? '', 'weekday'),
        fine: fine(),
        of: props.closing.readers.length,
      })}
      <Show when={unanswered() > 0}> · {t('closing.remarksOpen', { count: unanswered() })}</Show>
    </>
  );
}

/** More are counted: the details name them. */
const mostNamed = 3;

function SigningLine(props: { closing: Closing }): JSX.Element {
  const { t, formats } = useMessages();
  const asked = () => props.closing.attendees.filter((each) => each.asked);
  const missing = () => asked().filter(({ signature }) => signature?.answer !== 'signed');
  const names = () => formats().list(missing().map(({ name }) => isolate(name)));
  const signed = () => asked().length - missing().length;
  return (
    <>
      <Show when={props.closing.withoutQuorum}>
        <b>{t('closing.withoutQuorum')}</b> ·{' '}
      </Show>
      <Switch>
        <Match when={asked().length === 0}>{t('closing.nobodyKept')}</Match>
        <Match when={missing().length === 0}>{t('closing.signedByAll')}</Match>
        <Match when={missing().length > 0}>
          {missing().length > mostNamed
            ? t('closing.signedCount', { signed: signed(), of: asked().length, missing: missing().length })
            : t('closing.signedLine', { signed: signed(), of: asked().length, names: names() })}
        </Match>
      </Switch>
    </>
  );
}

/** "Read, fine", what it was said of, and that the words have changed since. */
function Fine(props: Part): JSX.Element {
  const { t } = useMessages();
  const me = useMe();
  const { showToast } = useToasts();
  const say = createAction(
    async () => {
      // Of the words as they stand now: the page shows them live.
      const now = await call(minutesEndpoints.closing, { params: paramsOf(props.conference) });
      if (!now.ok) return now;
      const body = { hash: now.value.hash, memberId: null };
      return call(minutesEndpoints.sayFine, { params: paramsOf(props.conference), body });
    },
    {
      touches: () => closingTouches(props.conference),
      toast: true,
      onDone: () => showToast({ text: t('closing.saidFine') }),
    },
  );
  const own = () => props.closing.readers.find(({ key }) => key === me().id);
  return (
    <Show when={props.closing.can.sayFine}>
      <Show when={own()?.state === 'changed'}>
        <span class="cl-c">{t('closing.changedSince')}</span>
      </Show>
      <Show when={own()?.state !== 'fine'} fallback={<span class="cl-ok">{t('closing.youSaidFine')}</span>}>
        <Button small kind="primary" busy={say.busy()} onClick={() => void say.run()}>
          {t(own()?.state === 'changed' ? 'closing.fineAgain' : 'closing.fine')}
        </Button>
      </Show>
    </Show>
  );
}
