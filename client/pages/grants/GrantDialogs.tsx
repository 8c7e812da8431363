/** Asking for a grant, its cap, its approval, and a payment with its receipt. */
import { createSignal, type JSX, Show } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { ExpenseId, FileId, GoalId, GrantId, newId } from '../../../shared/ids.ts';
import {
  type Grant,
  GrantCategory,
  grantEndpoints,
  type Ledger,
  largestFileBytes,
} from '../../../shared/records/grants.ts';
import { ActionDialog } from '../../api/ActionDialog.tsx';
import { type Action, type ActionOptions, createAction } from '../../api/action.ts';
import { type Answer, call } from '../../api/call.ts';
import { householdKey } from '../../api/keys.ts';
import { fieldWords } from '../../api/RefusalNote.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { Field } from '../../ui/Field.tsx';
import { Checkbox, DateInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
import { useRoom } from '../households/household-room.tsx';
import { centsOf, typedFrom } from './cents.ts';

/** Runs with the sum that was typed; a wrong one is said beside its field and nothing is sent. */
function createSum(start: number | null) {
  const { t } = useMessages();
  const [typed, setTyped] = createSignal(start === null ? '' : typedFrom(start));
  const [asked, setAsked] = createSignal(false);
  const error = () => (asked() && centsOf(typed()) === null ? t('grants.amountWrong') : undefined);
  return {
    cents: () => centsOf(typed()),
    ask: () => {
      setAsked(true);
      return centsOf(typed()) !== null;
    },
    Input: (props: { hint?: JSX.Element; error?: JSX.Element }): JSX.Element => (
      <Field label={t('grants.amount')} error={error() ?? props.error} hint={props.hint} required>
        <TextInput inputmode="decimal" dir="ltr" value={typed()} onValue={setTyped} autocomplete="off" />
      </Field>
    ),
  };
}

function createGrantAction<T>(send: () => Promise<Answer<T>>, onDone: () => void): Action<[]> {
  const room = useRoom();
  const options: ActionOptions<T> = {
    touches: () => [householdKey(room.household().id, 'grants')],
    onDone,
  };
  return createAction<[], T>(send, options);
}

function CategoryField(props: {
  value: GrantCategory;
  onValue: (value: GrantCategory) => void;
}): JSX.Element {
  const { t } = useMessages();
  return (
    <Field label={t('grants.category')}>
      <Select
        value={props.value}
        options={GrantCategory.options.map((value) => ({ value, label: t(`grants.category.${value}`) }))}
        onValue={props.onValue}
      />
    </Field>
  );
}

export function CapDialog(props: { ledger: Ledger | undefined; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const sum = createSum(props.ledger?.capCents ?? null);
  const state = createGrantAction(
    () =>
      call(grantEndpoints.stateCap, {
        params: { householdId: room.household().id },
        body: { programmeId: null, capCents: sum.cents() ?? 0, version: props.ledger?.version ?? null },
      }),
    props.onClose,
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('grants.setCap')}
      act={t('grants.setCap')}
      action={state}
      onSubmit={() => sum.ask() && void state.run()}
    >
      <sum.Input error={fieldWords(t, state.problemAt('capCents'))} />
    </ActionDialog>
  );
}

export function RequestDialog(props: { ledger: Ledger; onClose: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const id = newId(GrantId);
  const sum = createSum(null);
  const [category, setCategory] = createSignal<GrantCategory>('childcare_goods');
  const [goalId, setGoalId] = createSignal('');
  const [severe, setSevere] = createSignal(false);
  const [fragility, setFragility] = createSignal('');
  const request = createGrantAction(
    () =>
      call(grantEndpoints.request, {
        params: { householdId: room.household().id },
        body: {
          id,
          programmeId: props.ledger.programmeId,
          goalId: GoalId.safeParse(goalId()).data ?? null,
          severeFragility: severe(),
          fragility: fragility().trim(),
          category: category(),
          cents: sum.cents() ?? 0,
        },
      }),
    props.onClose,
  );
  const left = () => formats().cents(props.ledger.capCents - props.ledger.heldCents);
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('grants.request')}
      act={t('grants.request')}
      action={request}
      onSubmit={() => sum.ask() && void request.run()}
    >
      <div class="pair">
        <CategoryField value={category()} onValue={setCategory} />
        <sum.Input
          hint={t('grants.leftOf', { sum: left() })}
          error={fieldWords(t, request.problemAt('cents'))}
        />
      </div>
      <Field label={t('grants.goal')} error={fieldWords(t, request.problemAt('goalId'))} required>
        <Select
          value={goalId()}
          options={[
            { value: '', label: '' },
            ...(room.records.goals.value()?.goals ?? []).map((goal) => ({
              value: goal.id as string,
              label: goal.title,
            })),
          ]}
          onValue={setGoalId}
        />
      </Field>
      <Field label={t('grants.fragility')} error={fieldWords(t, request.problemAt('fragility'))} required>
        <TextArea rows={3} value={fragility()} onValue={setFragility} maxlength={2000} />
      </Field>
      <Checkbox checked={severe()} label={t('grants.severe')} onValue={setSevere} />
    </ActionDialog>
  );
}

export function ApproveDialog(props: { grant: Grant; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const { grant } = props;
  const sum = createSum(grant.requestedCents);
  const approve = createGrantAction(
    () =>
      call(grantEndpoints.decide, {
        params: { householdId: grant.householdId, grantId: grant.id },
        body: { decision: 'approve', cents: sum.cents() ?? 0, version: grant.version },
      }),
    props.onClose,
  );
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('grants.approve')}
      description={<bdi>{grant.fragility}</bdi>}
      act={t('grants.approve')}
      action={approve}
      onSubmit={() => sum.ask() && void approve.run()}
    >
      <sum.Input error={fieldWords(t, approve.problemAt('cents'))} />
    </ActionDialog>
  );
}

/** A file's bytes, as the contract takes them. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(''));
}

export function PayDialog(props: { grant: Grant; onClose: () => void }): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const { grant } = props;
  const id = newId(ExpenseId);
  const sum = createSum(null);
  const [category, setCategory] = createSignal<GrantCategory>(grant.category);
  const [payee, setPayee] = createSignal('');
  const [on, setOn] = createSignal<string>(room.today());
  const [receipt, setReceipt] = createSignal('');
  const [note, setNote] = createSignal('');
  const [chosen, setChosen] = createSignal<{ readonly id: FileId; readonly file: File }>();
  const [asked, setAsked] = createSignal(false);
  const tooLarge = () => (chosen()?.file.size ?? 0) > largestFileBytes;
  const day = () => Day.safeParse(on()).data;
  const pay = createGrantAction(async () => {
    const receiptFile = chosen();
    if (receiptFile) {
      const { id: fileId, file } = receiptFile;
      const stored = await call(grantEndpoints.storeReceipt, {
        params: { householdId: grant.householdId },
        body: { id: fileId, name: file.name, base64: await base64Of(file) },
      });
      if (!stored.ok) return stored;
    }
    return call(grantEndpoints.pay, {
      params: { householdId: grant.householdId, grantId: grant.id },
      body: {
        id,
        cents: sum.cents() ?? 0,
        category: category(),
        payee: payee().trim(),
        on: day() ?? room.today(),
        receipt: receipt().trim(),
        fileId: receiptFile?.id ?? null,
        note: note().trim(),
      },
    });
  }, props.onClose);
  const left = () => formats().cents((grant.approvedCents ?? 0) - grant.paidCents);
  const submit = () => {
    setAsked(true);
    if (sum.ask() && day() && !tooLarge()) void pay.run();
  };
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('grants.pay')}
      act={t('grants.pay')}
      action={pay}
      onSubmit={submit}
    >
      <div class="pair">
        <sum.Input hint={t('grants.leftOf', { sum: left() })} error={fieldWords(t, pay.problemAt('cents'))} />
        <Field
          label={t('grants.on')}
          error={asked() && !day() ? t('fields.date') : fieldWords(t, pay.problemAt('on'))}
        >
          <DateInput value={on()} onValue={setOn} />
        </Field>
      </div>
      <div class="pair">
        <Field label={t('grants.payee')} error={fieldWords(t, pay.problemAt('payee'))} required>
          <TextInput value={payee()} onValue={setPayee} maxlength={200} />
        </Field>
        <CategoryField value={category()} onValue={setCategory} />
      </div>
      <Field
        label={t('grants.receipt')}
        hint={t('grants.receiptHint')}
        error={fieldWords(t, pay.problemAt('receipt'))}
        required
      >
        <TextInput value={receipt()} onValue={setReceipt} maxlength={200} />
      </Field>
      <Field
        label={t('grants.file')}
        optional
        error={
          tooLarge()
            ? t('grants.fileTooLarge')
            : fieldWords(t, pay.problemAt('base64') ?? pay.problemAt('fileId') ?? pay.problemAt('name'))
        }
      >
        <FileInput onFile={(file) => setChosen(file && { id: newId(FileId), file })} />
      </Field>
      <Field label={t('pacts.wb.note')} optional error={fieldWords(t, pay.problemAt('note'))}>
        <TextInput value={note()} onValue={setNote} maxlength={1000} />
      </Field>
      <Show when={chosen()}>
        {(one) => (
          <p class="soft" dir="auto">
            {one().file.name}
          </p>
        )}
      </Show>
    </ActionDialog>
  );
}

function FileInput(props: { onFile: (file: File | undefined) => void }): JSX.Element {
  const { t } = useMessages();
  return (
    <input
      type="file"
      class="in"
      aria-label={t('grants.file')}
      accept="application/pdf,image/jpeg,image/png"
      onChange={(event) => props.onFile(event.currentTarget.files?.[0])}
    />
  );
}
