/** The agenda before the conference: asking for a point, putting them in order; and who has said they come. */
import './agenda.css';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { conferenceBeforeEndpoints } from '../../../shared/records/conference-before.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { everythingOfHousehold, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import { AgendaFields } from './AgendaFields.tsx';
import { createAgendaDraft, minutesOf } from './agenda-draft.ts';
import { ReplyButton } from './ReplyDialog.tsx';

const touched = (conference: Conference) => [
  everythingOfHousehold(conference.household.id),
  keys.myConferences,
];
const paramsOf = (conference: Conference) => ({
  householdId: conference.household.id,
  conferenceId: conference.id,
});

/** What stands under the agenda while the conference is still to come. */
export function AgendaBefore(props: { conference: Conference }): JSX.Element {
  const { t } = useMessages();
  const [asking, setAsking] = createSignal<'point' | 'order'>();
  const can = () => props.conference.can;
  return (
    <>
      <Show when={can().askPoint || can().setAgenda}>
        <div class="ag-acts">
          <Show when={can().askPoint}>
            <Button small onClick={() => setAsking('point')}>
              {t('before.askPoint')}
            </Button>
          </Show>
          <Show when={can().setAgenda}>
            <Button small kind="quiet" onClick={() => setAsking('order')}>
              {t('before.order')}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={asking() === 'point'}>
        <AskPointDialog conference={props.conference} onClose={() => setAsking(undefined)} />
      </Show>
      <Show when={asking() === 'order'}>
        <OrderDialog conference={props.conference} onClose={() => setAsking(undefined)} />
      </Show>
    </>
  );
}

function AskPointDialog(props: { conference: Conference; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const id = crypto.randomUUID();
  const [title, setTitle] = createSignal('');
  const [minutes, setMinutes] = createSignal('10');
  const [asked, setAsked] = createSignal(false);
  const ask = createAction(
    (body: { id: string; title: string; minutes: number | null }) =>
      call(conferenceBeforeEndpoints.askPoint, { params: paramsOf(props.conference), body }),
    {
      touches: () => touched(props.conference),
      onDone: () => {
        showToast({ text: t('before.askPointDone') });
        props.onClose();
      },
    },
  );
  const submit = () => {
    setAsked(true);
    const box = minutesOf(minutes());
    if (title().trim() !== '' && box !== undefined) void ask.run({ id, title: title().trim(), minutes: box });
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('before.askPoint')}
      description={t('before.askPointExplain')}
      act={t('before.askPointAct')}
      action={ask}
      onSubmit={submit}
    >
      <Field
        label={t('before.askPointTitle')}
        required
        error={asked() && title().trim() === '' ? t('fields.missing') : fieldWords(t, ask.problemAt('title'))}
      >
        <TextInput dir="auto" maxLength={200} value={title()} onValue={setTitle} />
      </Field>
      <Field
        label={t('before.askPointMinutes')}
        optional
        error={
          minutesOf(minutes()) === undefined ? t('before.boxWrong') : fieldWords(t, ask.problemAt('minutes'))
        }
      >
        <TextInput
          type="number"
          inputmode="numeric"
          min="1"
          max="240"
          value={minutes()}
          onValue={setMinutes}
        />
      </Field>
    </ActionDialog>
  );
}

/** What somebody asked for meanwhile is refused by the version: the dialog says so and loses nothing. */
function OrderDialog(props: { conference: Conference; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { showToast } = useToasts();
  const { version, agenda: before } = props.conference;
  const agenda = createAgendaDraft(before);
  const [asked, setAsked] = createSignal(false);
  const set = createAction(
    () =>
      call(conferenceBeforeEndpoints.setAgenda, {
        params: paramsOf(props.conference),
        body: { agenda: agenda.written(), version },
      }),
    {
      touches: () => touched(props.conference),
      onDone: () => {
        showToast({ text: t('before.orderDone') });
        props.onClose();
      },
    },
  );
  const problem = () => {
    if (agenda.wrong()) return t('before.boxWrong');
    if (asked() && agenda.missing()) return t('fields.missing');
    return fieldWords(t, set.problemAt('agenda'));
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      shape="wide"
      title={t('before.orderTitle')}
      act={t('ui.save')}
      action={set}
      onSubmit={() => {
        setAsked(true);
        if (!agenda.missing() && !agenda.wrong()) void set.run();
      }}
    >
      <AgendaFields
        agenda={agenda}
        minutesLong={props.conference.minutesLong}
        error={problem()}
        hint={t('before.headingsKept')}
      />
    </ActionDialog>
  );
}

/** Everybody who is asked, with what they said; shown until it is held. */
export function Replies(props: { conference: Conference }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const people = () => {
    const { chair, minuteTaker, invited, replies } = props.conference;
    const all = [chair, minuteTaker, ...invited, ...replies.map(({ person }) => person)];
    const names = new Map([...peopleOf(room.household()), ...all].map((person) => [person.id, person.name]));
    return [...new Set(all.map(({ id }) => id))].map((id) => ({
      name: names.get(id) ?? '',
      said: replies.find(({ person }) => person.id === id),
    }));
  };
  const yes = () => people().filter(({ said }) => said && !said.stale && said.reply !== 'not_coming').length;
  const silent = () => people().filter(({ said }) => !said || said.stale);
  return (
    <Show when={props.conference.status === 'planned'}>
      <div>
        <h2>{t('before.replies')}</h2>
        <p class="muted xs">{t('before.saidCount', { yes: yes(), waiting: silent().length })}</p>
        <ul class="said">
          <For each={people()}>
            {({ name, said }) => (
              <Show when={said}>
                {(answer) => (
                  <li>
                    <span dir="auto">{name}</span>
                    <small>{t(`before.said.${answer().reply}`)}</small>
                    <Show when={answer().words}>{(words) => <small dir="auto">«{words()}»</small>}</Show>
                    <Show when={answer().stale}>
                      <small class="late">{t('before.saidStale')}</small>
                    </Show>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
        <Show when={silent().length > 0}>
          <p class="muted xs">
            {t('before.silent', {
              names: formats().list(silent().map(({ name }) => name)),
            })}
          </p>
        </Show>
        <div class="ag-acts">
          <ReplyButton conference={props.conference} />
        </div>
      </div>
    </Show>
  );
}
