/** The windows of the thousand days, from what is known of a family and the rules in force (A2, A3). Pure. */
import { addDays, addMonths, type Day, daysBetween } from '../dates.ts';
import type { MemberId } from '../ids.ts';
import type { CalendarRule, CalendarWindow, RuleAnchor, RuleCode, WindowState } from './calendar.ts';
import { daysToDueDate } from './clock.ts';
import type { Pregnancy } from './households.ts';

export type CalendarFacts = {
  /** The current or last pregnancy of each woman. */
  readonly pregnancies: readonly (Pregnancy & { readonly memberId: MemberId })[];
  readonly children: readonly { readonly memberId: MemberId; readonly birth: Day }[];
  /** STP and ENI codes, and permits, with the rule that renews them. One of the two days is known. */
  readonly documents?: readonly {
    readonly rule: Extract<RuleCode, 'document-renewed' | 'permit-renewed'>;
    readonly memberId: MemberId;
    readonly issued: Day | null;
    readonly expires: Day | null;
  }[];
  readonly done: readonly DoneMark[];
};

export type DoneMark = {
  readonly rule: RuleCode;
  readonly memberId: MemberId;
  readonly reference: Day;
  readonly on: Day;
};

/** A window without what records say about it besides: that it was dismissed, that a task was made of it. */
export type BareWindow = Omit<CalendarWindow, 'dismissed' | 'task'>;

/**
 * Every window these facts give on a day, in the order they close. The version of a rule is the one in force on the day
 * the window counts from: a birth of June 2025 keeps the terms of June 2025.
 *
 * While a child is expected, what follows the birth is shown as expected, counted from the due date. A birth replaces
 * it, and ends what of the pregnancy was still open; what was done stays done. A loss silences all that wasn't done.
 */
export function windowsOf(facts: CalendarFacts, rules: readonly CalendarRule[], today: Day): BareWindow[] {
  const youngest = facts.children
    .map(({ birth }) => birth)
    .sort()
    .at(-1);
  const windows = [
    ...facts.pregnancies.flatMap((pregnancy) => ofPregnancy(pregnancy, facts.done, rules, today)),
    ...facts.children.flatMap((child) => ofChild(child, child.birth === youngest, facts.done, rules, today)),
    ...(facts.documents ?? []).flatMap((held) => ofDocument(held, facts.done, rules, today)),
  ];
  return windows.sort((a, b) => a.closes.localeCompare(b.closes) || a.opens.localeCompare(b.opens));
}

/** The version of this rule that holds for what counts from `day`; null when there was none yet. */
export function ruleOn(rules: readonly CalendarRule[], code: RuleCode, day: Day): CalendarRule | null {
  const known = rules.filter((rule) => rule.code === code && rule.validFrom <= day);
  return known.reduce<CalendarRule | null>(
    (newest, rule) => (newest === null || rule.validFrom > newest.validFrom ? rule : newest),
    null,
  );
}

/** A date that a scan corrects moves by weeks: further apart it is another pregnancy, or another document. */
const sameDays = 45;

/** Whether a mark made with one reference belongs to the window that has another now: of one child, always. */
export const isSameReference = (anchor: RuleAnchor, a: Day, b: Day): boolean =>
  anchor === 'birth' || Math.abs(daysBetween(a, b)) <= sameDays;

/** The day a pregnancy counts from: the last menstrual period, or 280 days before the due date. */
export const referenceOf = ({ lmp, dueDate }: Pick<Pregnancy, 'lmp' | 'dueDate'>): Day | null =>
  lmp ?? (dueDate === null ? null : addDays(dueDate, -daysToDueDate));

function ofPregnancy(
  pregnancy: CalendarFacts['pregnancies'][number],
  done: readonly DoneMark[],
  rules: readonly CalendarRule[],
  today: Day,
): BareWindow[] {
  const { memberId, ended } = pregnancy;
  const reference = referenceOf(pregnancy);
  if (reference === null) return [];
  const visits = each(rules, 'lmp', reference, (rule) =>
    windowFrom(rule, { memberId, reference, done, today }),
  );
  if (ended?.outcome === 'loss') {
    return visits.map((window) => (window.state === 'done' ? window : { ...window, state: 'silenced' }));
  }
  if (ended !== null) {
    return visits.filter(({ state, opens }) => state === 'done' || opens <= ended.on).map(missedUnlessDone);
  }
  const due = pregnancy.dueDate ?? addDays(reference, daysToDueDate);
  const afterBirth = each(rules, 'birth', due, (rule) => ({
    ...windowFrom(rule, { memberId, reference: due, done: [], today }),
    expected: true,
    state: 'coming' as const,
  }));
  return [...visits, ...afterBirth];
}

const missedUnlessDone = (window: BareWindow): BareWindow =>
  window.state === 'done' ? window : { ...window, state: 'missed' };

/** Of older children only what can still be done, or was: their past is told elsewhere. */
function ofChild(
  { memberId, birth }: CalendarFacts['children'][number],
  youngest: boolean,
  done: readonly DoneMark[],
  rules: readonly CalendarRule[],
  today: Day,
): BareWindow[] {
  const windows = each(rules, 'birth', birth, (rule) =>
    windowFrom(rule, { memberId, reference: birth, done, today }),
  );
  return youngest ? windows : windows.filter(({ state }) => state === 'open' || state === 'done');
}

/** When only the end of a document is known, its beginning is the rule’s term before it. */
function ofDocument(
  { rule: code, memberId, issued, expires }: NonNullable<CalendarFacts['documents']>[number],
  done: readonly DoneMark[],
  rules: readonly CalendarRule[],
  today: Day,
): BareWindow[] {
  const known = issued ?? expires;
  if (known === null) return [];
  const itsRules = rules.filter((rule) => rule.code === code);
  return each(itsRules, 'document', known, (rule) => {
    const reference = issued ?? shifted(known, rule.unit, -rule.closes);
    const window = windowFrom(rule, { memberId, reference, done, today });
    return expires === null ? window : { ...window, ...closingOn(expires, window, rule, today) };
  });
}

const closingOn = (closes: Day, window: BareWindow, rule: CalendarRule, today: Day) => ({
  closes,
  state: stateOf({ opens: window.opens, closes, doneOn: window.doneOn }, rule, today),
});

function each(
  rules: readonly CalendarRule[],
  anchor: RuleAnchor,
  day: Day,
  make: (rule: CalendarRule) => BareWindow,
): BareWindow[] {
  const codes = new Set(rules.filter((rule) => rule.anchor === anchor).map(({ code }) => code));
  return [...codes].flatMap((code) => {
    const rule = ruleOn(rules, code, day);
    return rule === null ? [] : [make(rule)];
  });
}

type Occasion = {
  readonly memberId: MemberId;
  readonly reference: Day;
  readonly done: readonly DoneMark[];
  readonly today: Day;
};

function windowFrom(rule: CalendarRule, { memberId, reference, done, today }: Occasion): BareWindow {
  const { code, version, validFrom, anchor, unit, legal, source, note } = rule;
  const [opens, closes] = [shifted(reference, unit, rule.opens), shifted(reference, unit, rule.closes)];
  const mark = done.find(
    (each) =>
      each.rule === code && each.memberId === memberId && isSameReference(anchor, each.reference, reference),
  );
  const doneOn = mark?.on ?? null;
  const state = stateOf({ opens, closes, doneOn }, rule, today);
  const about = { rule: code, version, validFrom, memberId, reference, expected: false };
  return { ...about, opens, closes, state, legal, source, note, doneOn };
}

function stateOf(
  { opens, closes, doneOn }: Pick<BareWindow, 'opens' | 'closes' | 'doneOn'>,
  { graceDays }: Pick<CalendarRule, 'graceDays'>,
  today: Day,
): WindowState {
  if (doneOn !== null) return 'done';
  if (today < opens) return 'coming';
  if (today <= closes) return 'open';
  return graceDays === null || today <= addDays(closes, graceDays) ? 'late' : 'missed';
}

const shifted = (day: Day, unit: CalendarRule['unit'], by: number): Day =>
  unit === 'days' ? addDays(day, by) : addMonths(day, by);
