/** Indicators that are counted from households: the six of B14, the regia by sector (B2) and earliness (B12). */
import type {
  Indicator,
  IndicatorCell,
  IndicatorCode,
  IndicatorForm,
} from '../../../shared/records/indicators.ts';
import { hiddenParts } from '../../../shared/records/suppress.ts';
import type { Counting, Where } from './counting.ts';
import type { Metric, Spread } from './cube.ts';

type Definition = {
  readonly code: IndicatorCode;
  readonly form: IndicatorForm;
  readonly numerator: Metric;
  readonly denominator: Metric;
  readonly unknowns: Metric | null;
};

/** B14, of the households that are enrolled or suspended on the day. */
const definitions: readonly Definition[] = [
  { code: 'pairs', form: 'share', numerator: 'pairs', denominator: 'in_care', unknowns: 'pairs_unknown' },
  {
    code: 'severe_poverty',
    form: 'share',
    numerator: 'poverty',
    denominator: 'in_care',
    unknowns: 'poverty_unknown',
  },
  {
    code: 'migrant_background',
    form: 'share',
    numerator: 'migrant',
    denominator: 'in_care',
    unknowns: 'migrant_unknown',
  },
  {
    code: 'mothers_without_work',
    form: 'share',
    numerator: 'without_work',
    denominator: 'in_care',
    unknowns: 'work_unknown',
  },
  { code: 'several_children', form: 'share', numerator: 'several', denominator: 'in_care', unknowns: null },
  {
    code: 'minors_per_household',
    form: 'mean',
    numerator: 'minors',
    denominator: 'in_care',
    unknowns: 'undated',
  },
];

const districts = [1, 2, 3, 4, 5, 6, 7, 8, null] as const;

export const ofHouseholds = (counting: Counting, where: Where): Indicator[] =>
  definitions.map((definition) => {
    const { code, form } = definition;
    const whole = cellOf(counting, definition, '', where);
    const { numerator, denominator, unknowns } = whole;
    const cells =
      Object.keys(where).length === 0
        ? districts
            .filter((district) => counting.sum('in_care', { ...where, district }) > 0)
            .map((district) => cellOf(counting, definition, `${district ?? 'none'}`, { ...where, district }))
        : [];
    return {
      code,
      form,
      numerator,
      denominator,
      unknowns,
      value: ratio(form, whole),
      suppressed: [whole, ...cells].some((cell) => cell.numerator === null || cell.denominator === null),
      by: cells.length > 0 ? 'district' : null,
      cells,
    };
  });

function cellOf(counting: Counting, definition: Definition, key: string, where: Where): IndicatorCell {
  const { form, numerator: part, denominator: whole, unknowns: unknown } = definition;
  const denominator = counting.told(whole, where);
  const numerator =
    form === 'share'
      ? counting.toldPart(part, unknown, whole, where)
      : denominator && counting.told(part, where);
  const unknowns = unknown ? counting.sum(unknown, where) : 0;
  return { key, numerator, denominator, unknowns: denominator === null ? null : unknowns };
}

/** A share is of those of whom it is known; a mean of all. Null where there is nobody, or it isn't told. */
function ratio(form: IndicatorForm, { numerator, denominator, unknowns }: IndicatorCell): number | null {
  if (numerator === null || denominator === null) return null;
  const divisor = form === 'share' ? denominator - (unknowns ?? 0) : denominator;
  return divisor > 0 ? numerator / divisor : null;
}

const sectors = ['social', 'health', 'education', 'pending'] as const;

/** B2: the sector of the service that holds the regia. The parts make the whole, so a small one hides a second. */
export function regiaBySector(counting: Counting, where: Where): Indicator {
  const denominator = counting.told('in_care', where);
  const counts = sectors.map((sector) => counting.sum(`lead_${sector}`, where));
  const hidden = hiddenParts(counts);
  const cells = sectors.map((sector, at): IndicatorCell => {
    const shown = denominator !== null && !hidden[at];
    return {
      key: sector,
      numerator: shown ? counting.told(`lead_${sector}`, where) : null,
      denominator,
      unknowns: 0,
    };
  });
  const pending = cells.find(({ key }) => key === 'pending')?.numerator ?? null;
  const numerator = denominator === null || pending === null ? null : denominator - pending;
  return {
    code: 'regia_by_sector',
    form: 'share',
    numerator,
    denominator,
    unknowns: 0,
    value: numerator === null || !denominator ? null : numerator / denominator,
    suppressed: cells.some((cell) => cell.numerator === null),
    by: 'sector',
    cells,
  };
}

/** B12: of the households taken in up to the day, how early they came: the week of the pregnancy, or the age of the child. */
export const earliness = (counting: Counting, where: Where): Indicator[] => [
  early(counting, where, {
    code: 'earliness_in_pregnancy',
    form: 'median_week',
    known: 'weeks_known',
    list: 'weeks',
  }),
  early(counting, where, {
    code: 'earliness_after_birth',
    form: 'median_days',
    known: 'ages_known',
    list: 'ages',
  }),
];

function early(
  counting: Counting,
  where: Where,
  { code, form, known, list }: Pick<Indicator, 'code' | 'form'> & { known: Metric; list: 'weeks' | 'ages' },
): Indicator {
  const numerator = counting.told(known, where);
  const denominator = counting.told('taken_in', where);
  const both = counting.sum('weeks_known', where) + counting.sum('ages_known', where);
  return {
    code,
    form,
    numerator,
    denominator,
    unknowns: denominator === null || numerator === null ? null : counting.sum('taken_in', where) - both,
    value: numerator === null ? null : median(counting.spread(list, where)),
    suppressed: numerator === null || denominator === null,
    by: null,
    cells: [],
  };
}

/** The lower one of an even number: a week or a day that somebody had. */
function median(spread: Spread): number | null {
  const values = [...spread].sort(([a], [b]) => a - b);
  const half = values.reduce((total, [, count]) => total + count, 0) / 2;
  let below = 0;
  for (const [value, count] of values) {
    below += count;
    if (below >= half) return value;
  }
  return null;
}
