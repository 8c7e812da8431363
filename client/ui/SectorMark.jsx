/**
 * The small mark of a sector: colour and shape together, so that neither is needed alone. Sectors without a colour of
 * their own borrow the nearest: a desk belongs to the third sector, the rest are plain ink.
 */
import './SectorMark.css';
import { useMessages } from '../messages/messages.tsx';
const shapes = {
    social: 'M1 1h10v10H1z',
    health: 'M4 .5h4V4h3.5v4H8v3.5H4V8H.5V4H4z',
    education: 'M6 .7 11.7 11H.3z',
    protection: 'M6 .2 11.2 3.1v5.8L6 11.8.8 8.9V3.1z',
    third_sector: 'M6 0l6 6-6 6-6-6z',
    family: 'M6 .5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z',
    // a doorway
    desk: 'M1 11.5V6a5 5 0 0 1 10 0v5.5H7.8V8H4.2v3.5z',
    // a speech mark
    call_centre: 'M.5 1h11v8H6.5L3 11.8V9H.5z',
    // a wheel: the ring of the trades
    work: 'M6 .5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zm0 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
    // an awning
    market: 'M.5 1h11v4.5a1.8 1.8 0 0 1-1 1.5v4.5h-9V7a1.8 1.8 0 0 1-1-1.5z',
    // a pediment on columns
    institution: 'M6 .3 11.7 4H.3zM1.2 5h2.2v4.5H1.2zm3.7 0h2.2v4.5H4.9zm3.7 0h2.2v4.5H8.6zM.5 10.3h11v1.4H.5z',
};
export function SectorMark(props) {
    const { t } = useMessages();
    const name = () => t(`functions.sector.${props.sector}`);
    return (<svg class="shape" data-sector={props.sector} viewBox="0 0 12 12" role={props.named ? 'img' : undefined} aria-label={props.named ? name() : undefined} aria-hidden={props.named ? undefined : 'true'}>
      <title>{name()}</title>
      <path d={shapes[props.sector]} fill-rule="evenodd"/>
    </svg>);
}
