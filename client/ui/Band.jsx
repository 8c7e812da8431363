import { addDays, daysBetween } from '../../shared/dates.ts';
import { useMessages } from '../messages/messages.tsx';
import { BandDrawing } from './BandDrawing.tsx';
import { ageOf, pregnancyWeekOf, termDays, thousandDayTicks } from './band-scale.ts';
export function Band(props) {
    const { t } = useMessages();
    const birth = () => props.birth ?? props.dueDate ?? addDays(props.conception, termDays);
    const todayText = () => {
        if (props.today > props.end)
            return { text: t('ui.band.after'), more: '' };
        if (!props.birth || props.today < props.birth) {
            return {
                text: t('ui.band.todayWeek', { week: pregnancyWeekOf(props.conception, props.today) }),
                more: '',
            };
        }
        const { months, days } = ageOf(props.birth, props.today);
        if (months === 0)
            return { text: t('ui.band.todayDays', { days }), more: '' };
        return {
            text: t('ui.band.todayMonths', { months }),
            more: days > 0 ? t('ui.band.todayAndDays', { days }) : '',
        };
    };
    return (<BandDrawing span={{ from: props.conception, to: props.end }} birth={{ at: birth(), known: props.birth !== undefined }} weeks={daysBetween(props.conception, birth()) / 7} steps={24} ticks={thousandDayTicks(props.conception, birth(), props.end, props.birth !== undefined)} today={props.today} todayText={todayText()} marks={props.marks ?? []} windows={props.windows ?? []} compact={props.compact ?? false} onOpen={props.onOpen} label={props.label ?? t('ui.band.label')}/>);
}
