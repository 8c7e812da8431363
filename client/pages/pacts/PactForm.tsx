/** Drafting or changing a pact: between whom, from when to when, with which supports, goals and commitments. */
import { createSignal, For, type JSX, Show } from 'solid-js';
import { addMonths, Day } from '../../../shared/dates.ts';
import { MemberId, newId, PactId, PersonId, ProgrammeId } from '../../../shared/ids.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import { enrolmentEndpoints, isEnrolledOn } from '../../../shared/records/enrolments.ts';
import {
  type CommitmentHolder,
  endsBetween,
  type Pact,
  PactSupport,
  pactEndpoints,
} from '../../../shared/records/pacts.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { createRead } from '../../api/read.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select } from '../../ui/inputs.tsx';
import { useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import { CommitmentLines, isSaid, type Line } from './CommitmentLines.tsx';
import { createPactAction } from './pact-acts.ts';

export function PactForm(props: { pact: Pact | undefined; onClose: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const before = props.pact;
  const members = () => room.household().members.filter(({ left }) => left === null);
  const workers = () => peopleOf(room.household());
  const index = () => members().find(({ indexPerson }) => indexPerson) ?? members()[0];
  const id = before?.id ?? newId(PactId);
  const [manager, setManager] = createSignal<string>(
    before?.caseManager.id ?? room.household().tutor?.id ?? workers()[0]?.id ?? '',
  );
  const [beneficiary, setBeneficiary] = createSignal<string>(before?.beneficiary.id ?? index()?.id ?? '');
  const [language, setLanguage] = createSignal<ContentLanguage>(
    before?.language ?? room.household().languages[0] ?? 'it',
  );
  const [start, setStart] = createSignal<string>(before?.start ?? room.today());
  const [end, setEnd] = createSignal<string>(before?.end ?? addMonths(room.today(), 7));
  const [supports, setSupports] = createSignal<readonly PactSupport[]>(before?.supports ?? ['relational']);
  const [goalIds, setGoalIds] = createSignal<readonly Pact['goals'][number]['id'][]>(
    before?.goals.map((goal) => goal.id) ?? [],
  );
  const [lines, setLines] = createSignal<readonly Line[]>(
    before?.commitments.map(({ id, who, what, due }) => ({ id, who: who.id, what, due: due ?? '' })) ?? [],
  );
  const [asked, setAsked] = createSignal(false);
  const enrolments = createRead(enrolmentEndpoints.list, () => ({
    key: householdKey(room.household().id, 'charge', 'enrolments'),
    enabled: before === undefined,
    input: { params: { householdId: room.household().id } },
  }));
  const programmes = () => {
    const day = Day.safeParse(start()).data ?? room.today();
    return (enrolments.value()?.enrolments ?? [])
      .filter((enrolment) => isEnrolledOn(enrolment, day))
      .map(({ programme }) => programme);
  };
  const [programme, setProgramme] = createSignal<string>();
  /** Until somebody chooses: the programme the family entered last. */
  const chosen = () => programme() ?? programmes()[0]?.id ?? '';
  const span = () => {
    const day = Day.safeParse(start()).data;
    return day && endsBetween(day);
  };
  const holders = () => [
    ...workers().map(({ id, name }) => ({ value: id as string, label: name })),
    ...members().map(({ id, name }) => ({ value: id as string, label: name })),
    ...(before?.commitments ?? [])
      .filter(({ who }) => who.kind === 'body')
      .map(({ who, name }) => ({ value: who.id as string, label: name })),
  ];
  const holderOf = (value: string): CommitmentHolder => {
    const earlier = before?.commitments.find(({ who }) => who.id === value)?.who;
    if (earlier) return earlier;
    return members().some((member) => member.id === value)
      ? { kind: 'member', id: MemberId.parse(value) }
      : { kind: 'person', id: PersonId.parse(value) };
  };
  const terms = () => ({
    caseManagerId: PersonId.parse(manager()),
    beneficiaryId: MemberId.parse(beneficiary()),
    language: language(),
    start: Day.parse(start()),
    end: Day.parse(end()),
    supports: [...supports()],
    goalIds: [...goalIds()],
    commitments: lines()
      .filter(isSaid)
      .map(({ who, due, ...line }) => ({
        ...line,
        who: holderOf(who),
        due: Day.safeParse(due).data ?? null,
      })),
  });
  const { id: householdId } = room.household();
  const save = createPactAction(
    () => householdId,
    () =>
      before
        ? call(pactEndpoints.change, {
            params: { householdId, pactId: before.id },
            body: { ...terms(), version: before.version },
          })
        : call(pactEndpoints.draft, {
            params: { householdId },
            body: { id, programmeId: ProgrammeId.safeParse(chosen()).data ?? null, ...terms() },
          }),
    { onDone: () => props.onClose() },
  );
  const dates = () => Day.safeParse(start()).success && Day.safeParse(end()).success;
  const submit = () => {
    setAsked(true);
    if (dates() && supports().length > 0) void save.run();
  };
  const toggle = <T,>(all: readonly T[], one: T, on: boolean): readonly T[] =>
    on ? [...all, one] : all.filter((each) => each !== one);

  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('pacts.form.title')}
      act={before ? t('ui.save') : t('pacts.begin')}
      action={save}
      onSubmit={submit}
    >
      <div class="pair">
        <Field label={t('pacts.form.manager')} error={fieldWords(t, save.problemAt('caseManagerId'))}>
          <Select
            value={manager()}
            options={workers().map(({ id, name }) => ({ value: id as string, label: name }))}
            onValue={setManager}
          />
        </Field>
        <Field label={t('pacts.form.beneficiary')}>
          <Select
            value={beneficiary()}
            options={members().map(({ id, name }) => ({ value: id as string, label: name }))}
            onValue={setBeneficiary}
          />
        </Field>
      </div>
      <Show when={!before}>
        <Field label={t('charge.programme')} error={fieldWords(t, save.problemAt('programmeId'))}>
          <Select
            value={chosen()}
            options={[
              ...programmes().map(({ id, name }) => ({ value: id as string, label: name })),
              { value: '', label: t('charge.programmeNone') },
            ]}
            onValue={setProgramme}
          />
        </Field>
      </Show>
      <Field label={t('pacts.form.language')}>
        <Select
          value={language()}
          options={ContentLanguage.options.map((value) => ({
            value,
            label: t(`functions.language.${value}`),
          }))}
          onValue={setLanguage}
        />
      </Field>
      <div class="pair">
        <Field
          label={t('pacts.form.start')}
          error={asked() && !dates() ? t('fields.date') : undefined}
          required
        >
          <DateInput value={start()} onValue={setStart} />
        </Field>
        <Field
          label={t('pacts.form.end')}
          error={fieldWords(t, save.problemAt('end'))}
          hint={
            <Show when={span()}>
              {(days) =>
                t('pacts.form.endHint', {
                  earliest: formats().date(days().earliest, 'long'),
                  latest: formats().date(days().latest, 'long'),
                })
              }
            </Show>
          }
          required
        >
          <DateInput value={end()} onValue={setEnd} />
        </Field>
      </div>
      <Field
        group
        label={t('pacts.supports')}
        error={asked() && supports().length === 0 ? t('pacts.form.needsSupport') : undefined}
      >
        <div class="checks">
          <For each={PactSupport.options}>
            {(support) => (
              <Checkbox
                checked={supports().includes(support)}
                label={t(`pacts.support.${support}`)}
                onValue={(on) => setSupports((all) => toggle(all, support, on))}
              />
            )}
          </For>
        </div>
      </Field>
      <Show when={room.records.goals.value()?.goals}>
        {(goals) => (
          <Field group label={t('pacts.goals')}>
            <For each={goals()}>
              {(goal) => (
                <Checkbox
                  checked={goalIds().includes(goal.id)}
                  label={<span dir="auto">{goal.title}</span>}
                  onValue={(on) => setGoalIds((all) => toggle(all, goal.id, on))}
                />
              )}
            </For>
          </Field>
        )}
      </Show>
      <CommitmentLines
        lines={lines()}
        holders={holders()}
        onLines={setLines}
        first={manager()}
        span={{ start: start(), end: end() }}
        problemAt={save.problemAt}
      />
    </ActionDialog>
  );
}
