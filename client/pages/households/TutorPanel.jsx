/** The tutor and who has been; passing the household to another, with a reason (B1). */
import { createSignal, For, Show } from 'solid-js';
import { tutorEndpoints } from '../../../shared/records/tutor.ts';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, keys } from '../../api/keys.ts';
import { ReasonDialog } from '../../api/ReasonDialog.tsx';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Person } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { TutorLoads } from '../caseload/TutorLoads.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { personMark } from '../directory/person-words.ts';
import { useRoom } from './household-room.tsx';
export function TutorPanel() {
    const { t, formats } = useMessages();
    const room = useRoom();
    const [changing, setChanging] = createSignal(false);
    const former = () => room.household().tutorHistory.filter((tenure) => tenure.to !== null);
    return (<section class="sect">
      <div class="sect-h">
        <h2>{t('team.tutor')}</h2>
        <Show when={room.household().can.changeTutor}>
          <Button small onClick={() => setChanging(true)}>
            {t('team.changeTutor')}
          </Button>
        </Show>
      </div>
      <Show when={room.household().tutor}>
        {(tutor) => (<div class="line">
            <Person person={personMark(t, tutor())}/>
          </div>)}
      </Show>
      <Show when={former().length > 0}>
        <details>
          <summary class="muted">{t('team.tutorHistory')}</summary>
          <ul>
            <For each={former()}>
              {(tenure) => (<li class="line">
                  <span dir="auto">{tenure.person.name}</span>
                  <span class="soft" dir="auto">
                    {tenure.reason}
                  </span>
                  <span class="end">
                    {t('lead.period', {
                from: formats().date(tenure.from),
                to: tenure.to ? formats().date(tenure.to) : '',
            })}
                  </span>
                </li>)}
            </For>
          </ul>
        </details>
      </Show>
      <Show when={room.household().tutor}>
        {(tutor) => <ChangeTutor tutor={tutor()} open={changing()} onClose={() => setChanging(false)}/>}
      </Show>
    </section>);
}
function ChangeTutor(props) {
    const { t } = useMessages();
    const { showToast } = useToasts();
    const room = useRoom();
    const [next, setNext] = createSignal(null);
    const [asked, setAsked] = createSignal(false);
    const change = createAction((personId, reason) => call(tutorEndpoints.change, {
        params: { householdId: room.household().id },
        body: { personId, reason, replacing: props.tutor.id },
    }), {
        touches: () => [everythingOfHousehold(room.household().id), keys.households],
        onDone: () => showToast({ text: t('team.tutorChanged', { person: next()?.name ?? '' }) }),
    });
    const run = async (reason) => {
        setAsked(true);
        const person = next();
        return person ? change.run(person.id, reason) : false;
    };
    return (<ReasonDialog open={props.open} onClose={props.onClose} title={t('team.changeTutorTitle')} description={t('team.changeTutorExplain')} act={t('team.changeTutorAct')} action={{ ...change, run }}>
      <Field label={t('team.newTutor')} error={asked() && !next() ? t('fields.person') : fieldWords(t, change.problemAt('personId'))} required>
        <PersonPicker value={next()} onValue={setNext} functions={['tutor']}/>
      </Field>
      <Show when={props.open}>
        <TutorLoads except={props.tutor.id} onPick={setNext}/>
      </Show>
    </ReasonDialog>);
}
