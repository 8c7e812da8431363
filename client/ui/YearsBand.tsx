/** The band of an older child: the same grammar, in years, from birth to the eighteenth birthday. */
import type { JSX } from 'solid-js';
import { addYears } from '../../shared/dates.ts';
import { useMessages } from '../messages/messages.tsx';
import type { BandProps } from './Band.tsx';
import { BandDrawing } from './BandDrawing.tsx';
import { ageOf, yearTicks } from './band-scale.ts';

export type YearsBandProps = Omit<BandProps, 'conception' | 'dueDate' | 'end' | 'birth'> & {
  birth: NonNullable<BandProps['birth']>;
  /** The birthday it ends on; 18 unless a programme says otherwise. */
  years?: number | undefined;
};

export function YearsBand(props: YearsBandProps): JSX.Element {
  const { t } = useMessages();
  const years = () => props.years ?? 18;
  const todayText = () => ({
    text: t('ui.band.todayYears', { years: Math.floor(ageOf(props.birth, props.today).months / 12) }),
    more: '',
  });
  return (
    <BandDrawing
      span={{ from: props.birth, to: addYears(props.birth, years()) }}
      birth={{ at: props.birth, known: true }}
      weeks={1}
      steps={years()}
      ticks={yearTicks(props.birth, years())}
      today={props.today}
      todayText={todayText()}
      marks={props.marks ?? []}
      windows={props.windows ?? []}
      compact={props.compact ?? false}
      onOpen={props.onOpen}
      label={props.label ?? t('ui.band.yearsLabel')}
    />
  );
}
