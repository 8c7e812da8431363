/** The link for the receiving body: made, copied once, ended. Its words are never shown again. */
import { createSignal, Show } from 'solid-js';
import { referralEndpoints } from '../../../shared/records/referrals.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { RefusalNote } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { touchedByReferral } from './touched-by-referral.ts';
export function ReferralLink(props) {
    const { t, formats } = useMessages();
    const { showToast } = useToasts();
    const [made, setMade] = createSignal();
    const params = () => ({ householdId: props.referral.householdId, referralId: props.referral.id });
    const touches = () => touchedByReferral(props.referral);
    const make = createAction(() => call(referralEndpoints.makeLink, { params: params(), body: {} }), {
        touches,
        onDone: setMade,
    });
    const end = createAction(() => call(referralEndpoints.endLink, { params: params(), body: {} }), {
        touches,
        onDone: () => {
            showToast({ text: t('loop.linkEnded') });
            props.onClose();
        },
    });
    const copy = (link) => navigator.clipboard.writeText(link).then(() => showToast({ text: t('loop.linkCopied') }), () => undefined);
    return (<Dialog open onClose={props.onClose} title={t('loop.linkTitle')} description={<bdi>{props.referral.to.name}</bdi>} onSubmit={() => (made() ? props.onClose() : void make.run())} actions={<Show when={made()} fallback={<>
              <Show when={props.referral.link}>
                <Button kind="quiet" busy={end.busy()} onClick={() => void end.run()}>
                  {t('loop.linkEnd')}
                </Button>
              </Show>
              <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
              <Button type="submit" kind="primary" busy={make.busy()}>
                {t('loop.linkMake')}
              </Button>
            </>}>
          {(link) => (<>
              <Button onClick={() => void copy(link().link)}>{t('loop.linkCopy')}</Button>
              <Button type="submit" kind="primary">
                {t('loop.done')}
              </Button>
            </>)}
        </Show>}>
      <Show when={made()} fallback={<>
            <p>{t('loop.linkExplain')}</p>
            <Show when={props.referral.link}>
              {(link) => (<p class="muted">
                  {t('loop.linkOpen', { date: formats().date(link().expiresAt) })}. {t('loop.linkAgain')}
                </p>)}
            </Show>
          </>}>
        {(link) => (<Field label={t('loop.linkTitle')} hint={t('loop.linkOnce', { date: formats().date(link().expiresAt) })}>
            <TextInput dir="ltr" readonly value={link().link} onFocus={(event) => event.currentTarget.select()}/>
          </Field>)}
      </Show>
      <Show when={make.refusal() ?? end.refusal()}>{(refusal) => <RefusalNote refusal={refusal()}/>}</Show>
    </Dialog>);
}
