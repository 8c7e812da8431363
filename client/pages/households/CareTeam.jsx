/** The care team with dates; adding somebody, and taking somebody off with a reason (B4). */
import { createSignal, For, Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import { careTeamEndpoints } from '../../../shared/records/care-team.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { personMark } from '../directory/person-words.ts';
import { useRoom } from './household-room.tsx';
export function CareTeam() {
    const { t, formats } = useMessages();
    const room = useRoom();
    const [adding, setAdding] = createSignal(false);
    const [ending, setEnding] = createSignal();
    const can = () => room.household().can.changeTeam;
    const present = () => room.household().careTeam.filter((member) => member.to === null);
    /** The tutor and who holds the regia leave by a handover only. */
    const mayEnd = (member) => can() &&
        member.person.id !== room.household().tutor?.id &&
        member.person.id !== room.household().lead?.person.id;
    const former = () => room.household().careTeam.filter((member) => member.to !== null);
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('team.care')}</h2>
        <Show when={can()}>
          <Button small icon={<IconPlus class="i i-s" aria-hidden="true"/>} onClick={() => setAdding(true)}>
            {t('team.add')}
          </Button>
        </Show>
      </div>
      <ul>
        <For each={present()}>
          {(member) => (<li class="line">
              <MemberWords member={member}/>
              <span class="end">
                {t('team.since', { date: formats().date(member.from) })}
                <Show when={mayEnd(member)}>
                  <Button small kind="quiet" aria-label={`${t('team.end')} ${member.person.name}`} onClick={() => setEnding(member)}>
                    {t('team.end')}
                  </Button>
                </Show>
              </span>
            </li>)}
        </For>
      </ul>
      <Show when={former().length > 0}>
        <details>
          <summary class="muted">{t('team.former')}</summary>
          <ul>
            <For each={former()}>
              {(member) => (<li class="line">
                  <span dir="auto">{member.person.name}</span>
                  <span class="soft">{t(`functions.role.${member.role}`)}</span>
                  <span class="end">
                    {t('lead.period', {
                from: formats().date(member.from),
                to: member.to ? formats().date(member.to) : '',
            })}
                  </span>
                </li>)}
            </For>
          </ul>
        </details>
      </Show>
      <AddDialog open={adding()} onClose={() => setAdding(false)}/>
      <Show when={ending()}>
        {(member) => <EndDialog member={member()} onClose={() => setEnding(undefined)}/>}
      </Show>
    </section>);
}
function MemberWords(props) {
    const { t } = useMessages();
    return (<span class="person">
      <Avatar person={personMark(t, props.member.person)} decorative/>
      <span class="person-t">
        <span dir="auto">{props.member.person.name}</span>
        <small dir="auto">
          {[t(`functions.role.${props.member.role}`), props.member.person.body?.name]
            .filter(Boolean)
            .join(' · ')}
        </small>
        <Show when={props.member.role === 'partner' && !props.member.consented}>
          <small class="late">{t('team.noConsent')}</small>
        </Show>
      </span>
    </span>);
}
function AddDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [person, setPerson] = createSignal(null);
    const [why, setWhy] = createSignal('');
    const [asked, setAsked] = createSignal(false);
    const add = createAction((personId) => call(careTeamEndpoints.add, {
        params: { householdId: room.household().id },
        body: { personId, reason: why().trim() || null },
    }), {
        touches: () => [everythingOfHousehold(room.household().id)],
        onDone: (member) => {
            showToast({ text: t('team.added', { person: member.person.name }) });
            setPerson(null);
            setWhy('');
            setAsked(false);
            props.onClose();
        },
    });
    const submit = () => {
        setAsked(true);
        const chosen = person();
        if (chosen)
            void add.run(chosen.id);
    };
    return (<ActionDialog open={props.open} onClose={props.onClose} title={t('team.addTitle')} description={t('team.addExplain')} act={t('team.add')} action={add} onSubmit={submit}>
      <Field label={t('team.person')} error={asked() && !person() ? t('fields.person') : fieldWords(t, add.problemAt('personId'))} required>
        <PersonPicker value={person()} onValue={setPerson}/>
      </Field>
      <Field label={t('team.why')} optional error={fieldWords(t, add.problemAt('reason'))}>
        <TextArea rows={2} value={why()} onValue={setWhy}/>
      </Field>
    </ActionDialog>);
}
function EndDialog(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const end = createAction((reason) => call(careTeamEndpoints.end, {
        params: { householdId: room.household().id, membershipId: props.member.id },
        body: { reason },
    }), {
        touches: () => [everythingOfHousehold(room.household().id)],
        onDone: () => showToast({ text: t('team.ended', { person: props.member.person.name }) }),
    });
    return (<ReasonDialog open onClose={props.onClose} title={t('team.endTitle', { person: props.member.person.name })} description={t('team.endExplain')} act={t('team.endAct')} kind="alarm" action={end}/>);
}
