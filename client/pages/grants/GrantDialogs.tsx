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
import { Checkbox, DateInput, FileInput, Select, TextArea, TextInput } from '../../ui/inputs.tsx';
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
    set: (cents: number | null) => setTyped(cents === null ? '' : typedFrom(cents)),
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

/** The programmes the family is in and, where asked, none of them: by what a ledger says of itself. */
function LedgerField(props: {
  value: string;
  ledgers: readonly Ledger[];
  onValue: (value: string) => void;
  error: JSX.Element;
}): JSX.Element {
  const { t } = useMessages();
  return (
    <Field label={t('charge.programme')} error={props.error}>
      <Select
        value={props.value}
        options={props.ledgers.map(({ programmeId, programmeName }) => ({
          value: programmeId ?? '',
          label: programmeName ?? t('charge.programmeNone'),
        }))}
        onValue={props.onValue}
      />
    </Field>
  );
}

const ofProgramme = (ledgers: readonly Ledger[], value: string): Ledger | undefined =>
  ledgers.find(({ programmeId }) => (programmeId ?? '') === value);

const ofNoProgramme: Ledger = {
  programmeId: null,
  programmeName: null,
  capCents: 0,
  heldCents: 0,
  paidCents: 0,
  version: null,
};

export function CapDialog(props: { ledgers: readonly Ledger[]; onClose: () => void }): JSX.Element {
  const { t } = useMessages();
  const room = useRoom();
  const all = () => (ofProgramme(props.ledgers, '') ? props.ledgers : [...props.ledgers, ofNoProgramme]);
  const [programme, setProgramme] = createSignal<string>(props.ledgers[0]?.programmeId ?? '');
  const ledger = () => ofProgramme(all(), programme()) ?? ofNoProgramme;
  const sum = createSum(ledger().capCents || null);
  const state = createGrantAction(
    () =>
      call(grantEndpoints.stateCap, {
        params: { householdId: room.household().id },
        body: {
          programmeId: ledger().programmeId,
          capCents: sum.cents() ?? 0,
          version: ledger().version,
        },
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
      <LedgerField
        value={programme()}
        ledgers={all()}
        onValue={(value) => {
          setProgramme(value);
          sum.set(ledger().capCents || null);
        }}
        error={fieldWords(t, state.problemAt('programmeId'))}
      />
      <sum.Input error={fieldWords(t, state.problemAt('capCents'))} />
    </ActionDialog>
  );
}

export function RequestDialog(props: {
  ledgers: readonly Ledger[];
  first: Ledger;
  onClose: () => void;
}): JSX.Element {
  const { t, formats } = useMessages();
  const room = useRoom();
  const [programme, setProgramme] = createSignal<string>(props.first.programmeId ?? '');
  const ledger = () => ofProgramme(props.ledgers, programme()) ?? props.first;
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
          programmeId: ledger().programmeId,
          goalId: GoalId.safeParse(goalId()).data ?? null,
          severeFragility: severe(),
          fragility: fragility().trim(),
          category: category(),
          cents: sum.cents() ?? 0,
        },
      }),
    props.onClose,
  );
  const left = () => formats().cents(ledger().capCents - ledger().heldCents);
  return (
    <ActionDialog
      open
      onClose={props.onClose}
      title={t('grants.request')}
      act={t('grants.request')}
      action={request}
      onSubmit={() => sum.ask() && void request.run()}
    >
      <LedgerField
        value={programme()}
        ledgers={props.ledgers}
        onValue={setProgramme}
        error={fieldWords(t, request.problemAt('programmeId'))}
      />
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
        <FileInput
          accept="application/pdf,image/jpeg,image/png"
          onFile={(file) => setChosen(file && { id: newId(FileId), file })}
        />
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
