/** Opening a reserved zone to one person by name, with a reason, or closing it: only for those who write in it. */
import { createSignal, For, Show } from 'solid-js';
import { Zone, zoneEndpoints } from '../../../shared/records/zones.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { useRoom } from './household-room.tsx';
import { peopleOf } from './people-of.ts';
export function Zones() {
    const { t } = useMessages();
    const room = useRoom();
    const [asked, setAsked] = createSignal();
    // A zone this reader doesn't write in isn't named: not even that it exists.
    const mine = () => Zone.options.filter((zone) => room.household().documents.some((document) => document.kind === zone && document.access === 'write'));
    return (<Show when={mine().length > 0}>
      <section class="sect">
        <div class="sect-h">
          <h2>{t('team.zones')}</h2>
        </div>
        <p class="muted">{t('team.zonesExplain')}</p>
        <ul>
          <For each={mine()}>
            {(zone) => (<li class="line">
                <span class="cap">{t(`activity.zone.${zone}`)}</span>
                <span class="end">
                  <Button small onClick={() => setAsked({ act: 'open', zone })}>
                    {t('team.openZone')}
                  </Button>
                  <Button small kind="quiet" onClick={() => setAsked({ act: 'close', zone })}>
                    {t('team.closeZone')}
                  </Button>
                </span>
              </li>)}
          </For>
        </ul>
        <Show when={asked()?.act === 'open' && asked()}>
          {(open) => <OpenZone zone={open().zone} onClose={() => setAsked(undefined)}/>}
        </Show>
        <Show when={asked()?.act === 'close' && asked()}>
          {(close) => <CloseZone zone={close().zone} onClose={() => setAsked(undefined)}/>}
        </Show>
      </section>
    </Show>);
}
function OpenZone(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [person, setPerson] = createSignal(null);
    const [tried, setTried] = createSignal(false);
    const open = createAction((personId, reason) => call(zoneEndpoints.open, {
        params: { householdId: room.household().id, zone: props.zone, personId },
        body: { reason },
    }), {
        touches: () => [everythingOfHousehold(room.household().id)],
        onDone: () => showToast({ text: t('team.zoneOpened', { person: person()?.name ?? '' }) }),
    });
    const run = async (reason) => {
        setTried(true);
        const chosen = person();
        return chosen ? open.run(chosen.id, reason) : false;
    };
    return (<ReasonDialog open onClose={props.onClose} title={t('team.openZoneTitle', { zone: t(`activity.zone.${props.zone}`) })} act={t('team.openZoneAct')} action={{ ...open, run }}>
      <Field label={t('team.person')} error={tried() && !person() ? t('fields.person') : fieldWords(t, open.problemAt('personId'))} required>
        <PersonPicker value={person()} onValue={setPerson} likely={peopleOf(room.household())}/>
      </Field>
    </ReasonDialog>);
}
function CloseZone(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [person, setPerson] = createSignal(null);
    const [tried, setTried] = createSignal(false);
    const close = createAction((personId) => call(zoneEndpoints.close, { params: { householdId: room.household().id, zone: props.zone, personId } }), {
        touches: () => [everythingOfHousehold(room.household().id)],
        onDone: () => {
            showToast({ text: t('team.zoneClosed', { person: person()?.name ?? '' }) });
            props.onClose();
        },
    });
    const submit = () => {
        setTried(true);
        const chosen = person();
        if (chosen)
            void close.run(chosen.id);
    };
    return (<ActionDialog open onClose={props.onClose} title={t('team.closeZoneTitle', { zone: t(`activity.zone.${props.zone}`) })} act={t('team.closeZoneAct')} kind="alarm" action={close} onSubmit={submit}>
      <Field label={t('team.person')} error={tried() && !person() ? t('fields.person') : undefined} required>
        <PersonPicker value={person()} onValue={setPerson} likely={peopleOf(room.household())}/>
      </Field>
    </ActionDialog>);
}
