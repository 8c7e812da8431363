/** Planning a conference: when, how, who chairs and who writes, the agenda, who is invited (X1). */
import './conferences.css';
import { useNavigate } from '@solidjs/router';
import { createSignal, For, Index, type JSX, Show } from 'solid-js';
import IconPlus from '~icons/lucide/plus';
import IconX from '~icons/lucide/x';
import { ConferenceId, newId, type PersonId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import { ConferenceMode, conferenceEndpoints } from '../../../shared/records/conferences.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { createAction } from '../../api/action.ts';
import { call } from '../../api/call.ts';
import { householdKey, keys } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextInput } from '../../ui/inputs.tsx';
import { useToasts } from '../../ui/Toast.tsx';
import { BodyPicker } from '../directory/BodyPicker.tsx';
import { PersonPicker } from '../directory/PersonPicker.tsx';
import { useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import { type AgendaTemplate, agendaTemplates, templateNames } from './agenda-templates.ts';
import { romeInstant } from './rome-instant.ts';

/** How long one usually takes, in minutes. */
const usualMinutes = 60;

function createForm() {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const team = () => peopleOf(room.household());
  const self = () => team().find((person) => person.id === me().id) ?? null;
  const points = (template: AgendaTemplate) => agendaTemplates[template].map((key) => t(key));
  const [title, setTitle] = createSignal(t('conferences.defaultTitle'));
  const [day, setDay] = createSignal('');
  const [hour, setHour] = createSignal('15:00');
  const [minutes, setMinutes] = createSignal(String(usualMinutes));
  const [mode, setMode] = createSignal<ConferenceMode>('mixed');
  const [place, setPlace] = createSignal<BodyBrief | null>(null);
  const [chair, setChair] = createSignal<PersonBrief | null>(room.household().lead?.person ?? self());
  const [taker, setTaker] = createSignal<PersonBrief | null>(room.household().tutor ?? self());
  const [agenda, setAgenda] = createSignal<readonly string[]>(points('review'));
  const [invited, setInvited] = createSignal<readonly PersonId[]>(team().map((person) => person.id));
  const [family, setFamily] = createSignal(true);
  return {
    team,
    title,
    setTitle,
    day,
    setDay,
    hour,
    setHour,
    minutes,
    setMinutes,
    mode,
    setMode,
    place,
    setPlace,
    chair,
    setChair,
    taker,
    setTaker,
    agenda,
    invited,
    family,
    setFamily,
    useTemplate: (template: AgendaTemplate) => setAgenda(points(template)),
    setPoint: (at: number, text: string) =>
      setAgenda(agenda().map((point, index) => (index === at ? text : point))),
    addPoint: () => setAgenda([...agenda(), '']),
    removePoint: (at: number) => setAgenda(agenda().filter((_, index) => index !== at)),
    invite: (id: PersonId, asked: boolean) =>
      setInvited(asked ? [...invited(), id] : invited().filter((one) => one !== id)),
    points: () =>
      agenda()
        .map((point) => point.trim())
        .filter((point) => point !== ''),
  };
}

type Form = ReturnType<typeof createForm>;

export function PlanConferenceDialog(props: { open: boolean; onClose: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const { showToast } = useToasts();
  const room = useRoom();
  const navigate = useNavigate();
  const form = createForm();
  const [id, setId] = createSignal(newId(ConferenceId));
  const [asked, setAsked] = createSignal(false);
  const start = () => romeInstant(form.day(), form.hour());
  const plan = createAction(
    (at: NonNullable<ReturnType<typeof start>>, chairId: PersonId, minuteTakerId: PersonId) =>
      call(conferenceEndpoints.schedule, {
        params: { householdId: room.household().id },
        body: {
          id: id(),
          title: form.title().trim(),
          start: at,
          minutesLong: Number(form.minutes()),
          mode: form.mode(),
          placeId: form.mode() === 'online' ? null : (form.place()?.id ?? null),
          chairId,
          minuteTakerId,
          agenda: form.points().map((title, index) => ({ id: `p${index + 1}`, title })),
          invitedIds: [...form.invited()],
          familyInvited: form.family(),
        },
      }),
    {
      touches: () => [
        householdKey(room.household().id, 'conferences'),
        householdKey(room.household().id, 'page'),
        keys.myConferences,
      ],
      onDone: (conference) => {
        showToast({ text: t('conferences.planned', { when: formats().dateTime(conference.start) }) });
        setId(newId(ConferenceId));
        setAsked(false);
        props.onClose();
        navigate(`${room.base}/conferences/${conference.id}`);
      },
    },
  );
  const wrong = (bad: boolean, words: string, path: string) =>
    asked() && bad ? words : fieldWords(t, plan.problemAt(path));
  const submit = () => {
    setAsked(true);
    const [at, chair, taker] = [start(), form.chair(), form.taker()];
    const complete = form.title().trim().length >= 3 && form.points().length > 0;
    if (at && chair && taker && complete) void plan.run(at, chair.id, taker.id);
  };
  return (
    <ActionDialog
      open={props.open}
      onClose={props.onClose}
      shape="wide"
      title={t('conferences.plan')}
      act={t('conferences.planAct')}
      action={plan}
      onSubmit={submit}
    >
      <Field
        label={t('conferences.what')}
        error={wrong(form.title().trim().length < 3, t('fields.tooShort'), 'title')}
        required
      >
        <TextInput dir="auto" value={form.title()} onValue={form.setTitle} />
      </Field>
      <div class="pair">
        <Field label={t('conferences.day')} error={wrong(!start(), t('fields.date'), 'start')} required>
          <DateInput value={form.day()} onValue={form.setDay} />
        </Field>
        <Field label={t('conferences.hour')}>
          <TextInput type="time" value={form.hour()} onValue={form.setHour} />
        </Field>
        <Field label={t('conferences.minutesLong')} error={fieldWords(t, plan.problemAt('minutesLong'))}>
          <TextInput
            type="number"
            min="5"
            max="600"
            step="5"
            value={form.minutes()}
            onValue={form.setMinutes}
          />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('conferences.mode')}>
          <Select
            value={form.mode()}
            options={ConferenceMode.options.map((value) => ({
              value,
              label: t(`conferences.mode.${value}`),
            }))}
            onValue={form.setMode}
          />
        </Field>
        <Show when={form.mode() !== 'online'}>
          <Field label={t('conferences.place')} optional>
            <BodyPicker value={form.place()} onValue={form.setPlace} />
          </Field>
        </Show>
      </div>
      <div class="pair">
        <Field
          label={t('conferences.chair')}
          error={wrong(!form.chair(), t('fields.person'), 'chairId')}
          required
        >
          <PersonPicker value={form.chair()} onValue={form.setChair} among={form.team()} />
        </Field>
        <Field
          label={t('conferences.minuteTaker')}
          error={wrong(!form.taker(), t('fields.person'), 'minuteTakerId')}
          required
        >
          <PersonPicker value={form.taker()} onValue={form.setTaker} among={form.team()} />
        </Field>
      </div>
      <AgendaFields form={form} error={wrong(form.points().length === 0, t('fields.missing'), 'agenda')} />
      <Field group label={t('conferences.invite')}>
        <div class="checks">
          <For each={form.team()}>
            {(person) => (
              <Checkbox
                checked={form.invited().includes(person.id)}
                label={<bdi>{person.name}</bdi>}
                onValue={(invited) => form.invite(person.id, invited)}
              />
            )}
          </For>
          <Checkbox checked={form.family()} label={t('conferences.familyInvited')} onValue={form.setFamily} />
        </div>
      </Field>
    </ActionDialog>
  );
}

function AgendaFields(props: { form: Form; error: string | undefined }): JSX.Element {
  const { t } = useMessages();
  return (
    <Field group label={t('conferences.agenda')} error={props.error}>
      <div class="item-a">
        <For each={templateNames}>
          {(name) => (
            <Button small onClick={() => props.form.useTemplate(name)}>
              {t(`conferences.template.${name}`)}
            </Button>
          )}
        </For>
      </div>
      <ol class="agenda-in">
        <Index each={props.form.agenda()}>
          {(point, index) => (
            <li>
              <TextInput
                dir="auto"
                aria-label={t('conferences.point', { n: index + 1 })}
                value={point()}
                onValue={(text) => props.form.setPoint(index, text)}
              />
              <IconButton
                label={t('conferences.removePoint', { n: index + 1 })}
                onClick={() => props.form.removePoint(index)}
              >
                <IconX class="i i-s" aria-hidden="true" />
              </IconButton>
            </li>
          )}
        </Index>
      </ol>
      <div>
        <Button small icon={<IconPlus class="i i-s" aria-hidden="true" />} onClick={props.form.addPoint}>
          {t('conferences.addPoint')}
        </Button>
      </div>
    </Field>
  );
}
