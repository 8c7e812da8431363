import { bodyEndpoints } from '../../../shared/records/bodies.ts';
import { call } from '../../api/call.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
export function BodyPicker(props) {
    const { t } = useMessages();
    const option = (body) => ({
        id: body.id,
        name: body.name,
        note: t(`functions.bodyKind.${body.kind}`),
        sector: body.sector,
        body,
    });
    return (<Combobox value={props.value ? option(props.value) : null} onValue={(chosen) => props.onValue(chosen?.body ?? null)} search={async (query) => (await searchBodies(query)).map(option)} placeholder={t('directory.findBody')}/>);
}
/** Bodies by their words. Throws when the directory can't be asked. */
export async function searchBodies(query) {
    const answer = await call(bodyEndpoints.list, { query: { q: query.trim() } });
    if (!answer.ok)
        throw new Error(answer.code);
    return answer.value.bodies.slice(0, 30);
}
