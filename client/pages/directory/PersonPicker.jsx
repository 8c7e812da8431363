import { personEndpoints } from '../../../shared/records/people.ts';
import { call } from '../../api/call.ts';
import { useMessages } from '../../messages/messages.tsx';
import { Combobox } from '../../ui/Combobox.tsx';
import { personOption } from './person-words.ts';
export function PersonPicker(props) {
    const { t } = useMessages();
    const fits = (person) => !props.functions || props.functions.includes(person.function);
    const search = async (query) => {
        const found = props.among ? byName(props.among, query) : await colleagues(query, props.likely);
        return found.filter(fits).map((person) => personOption(t, person));
    };
    return (<Combobox value={props.value ? personOption(t, props.value) : null} onValue={(option) => props.onValue(option?.person ?? null)} search={search} placeholder={t('directory.findPerson')}/>);
}
const byName = (people, query) => {
    const wanted = query.trim().toLocaleLowerCase();
    return people.filter((person) => person.name.toLocaleLowerCase().includes(wanted));
};
/** Throws when the directory can't be asked: the picker says so itself. */
async function colleagues(query, likely) {
    if (query.trim() === '' && likely && likely.length > 0)
        return likely;
    const answer = await call(personEndpoints.colleagues, { query: { q: query.trim() } });
    if (!answer.ok)
        throw new Error(answer.code);
    return answer.value.people;
}
