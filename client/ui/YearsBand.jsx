import { addYears } from '../../shared/dates.ts';
import { useMessages } from '../messages/messages.tsx';
import { BandDrawing } from './BandDrawing.tsx';
import { ageOf, yearTicks } from './band-scale.ts';
export function YearsBand(props) {
    const { t } = useMessages();
    const years = () => props.years ?? 18;
    const todayText = () => ({
        text: t('ui.band.todayYears', { years: Math.floor(ageOf(props.birth, props.today).months / 12) }),
        more: '',
    });
    return (<BandDrawing span={{ from: props.birth, to: addYears(props.birth, years()) }} birth={{ at: props.birth, known: true }} weeks={1} steps={years()} ticks={yearTicks(props.birth, years())} today={props.today} todayText={todayText()} marks={props.marks ?? []} windows={props.windows ?? []} compact={props.compact ?? false} onOpen={props.onOpen} label={props.label ?? t('ui.band.yearsLabel')}/>);
}
