/** A report while being written down: text as typed, turned into the contract's content when it is sent. */
import { type Accessor, createSignal } from 'solid-js';
import { Day } from '../../../shared/dates.ts';
import { ContentLanguage } from '../../../shared/languages.ts';
import { ReportContent, type ReportSubject, type Urgency } from '../../../shared/records/report-content.ts';

export type ChildInWriting = {
  readonly name: string;
  readonly birth: string;
  /** Not asked on the phone; kept where a sender told it. */
  readonly sex: 'f' | 'm' | null;
};

type Choices = Pick<ReportContent, 'documents' | 'housing' | 'work' | 'health' | 'violence'>;

export type ReportInWriting = Choices & {
  readonly subject: ReportSubject;
  readonly urgency: Urgency;
  readonly text: string;
  readonly name: string;
  readonly birth: string;
  readonly phone: string;
  readonly phoneSafety: string;
  readonly phoneHours: string;
  readonly language: string;
  readonly dueDate: string;
  readonly children: readonly ChildInWriting[];
  readonly residence: string;
  readonly district: string;
  readonly area: string;
  readonly iseeEuros: string;
  readonly iseeOn: string;
  readonly paediatrician: string;
};

const blank: ReportInWriting = {
  ...{ subject: 'pregnant', urgency: 'ordinary', text: '', name: '', birth: '', phone: '', phoneSafety: '' },
  ...{ phoneHours: '', language: '', dueDate: '', children: [], residence: '', district: '', area: '' },
  ...{ iseeEuros: '', iseeOn: '', paediatrician: '', documents: 'unknown', housing: 'unknown' },
  ...{ work: 'unknown', health: 'unknown', violence: 'not_done' },
};

export type ReportForm = {
  readonly draft: Accessor<ReportInWriting>;
  readonly change: (part: Partial<ReportInWriting>) => void;
  readonly clear: () => void;
};

/** Blank, or as the report stands. */
export function createReportForm(written?: ReportContent): ReportForm {
  const [draft, setDraft] = createSignal(written ? writingOf(written) : blank);
  return { draft, change: (part) => setDraft({ ...draft(), ...part }), clear: () => setDraft(blank) };
}

const dayOrNull = (text: string): Day | null => (text === '' ? null : Day.parse(text));
const orNull = (text: string): string | null => text.trim() || null;

function writingOf(content: ReportContent): ReportInWriting {
  const { name, birth, phone, language, dueDate, children, district, area, isee, ...rest } = content;
  const means = isee === null || isee === 'none' ? null : isee;
  return {
    ...rest,
    ...{ name: name ?? '', birth: birth ?? '', phone: phone ?? '', language: language ?? '' },
    ...{ dueDate: dueDate ?? '', area: area ?? '', district: district === null ? '' : String(district) },
    children: children.map((child) => ({ ...child, name: child.name ?? '', birth: child.birth ?? '' })),
    iseeEuros: means === null ? '' : (means.cents / 100).toFixed(2).replace(/\.00$/, ''),
    iseeOn: means?.on ?? '',
  };
}

/** What is sent; `before` keeps what the form doesn't ask. An ISEE without its day isn't told: the number alone says nothing. */
export function contentOf(draft: ReportInWriting, before?: ReportContent): ReportContent {
  const { iseeEuros, iseeOn, district, language, children, ...rest } = draft;
  const euros = Number(iseeEuros.replace(',', '.'));
  const isee = iseeEuros !== '' && iseeOn !== '' && Number.isFinite(euros);
  return ReportContent.parse({
    ...before,
    ...rest,
    text: draft.text.trim(),
    name: orNull(draft.name),
    birth: dayOrNull(draft.birth),
    phone: orNull(draft.phone),
    dueDate: draft.subject === 'lone_woman' ? null : dayOrNull(draft.dueDate),
    language: ContentLanguage.safeParse(language).data ?? null,
    children: children
      .filter(({ name, birth }) => name.trim() !== '' || birth !== '')
      .map(({ name, birth, sex }) => ({ name: orNull(name), birth: dayOrNull(birth), sex })),
    district: district === '' ? null : Number(district),
    area: orNull(draft.area),
    isee: isee ? { cents: Math.round(euros * 100), on: Day.parse(iseeOn) } : noMeans(before),
  });
}

/** That there is no certificate isn't asked either. */
const noMeans = (before: ReportContent | undefined) => (before?.isee === 'none' ? 'none' : null);

/** Whether it can be sent: the words are the one thing that must be there. */
export const isWritten = (draft: ReportInWriting): boolean => draft.text.trim().length >= 3;
