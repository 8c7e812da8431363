/**
 * One's own words that never reached the server, kept when their document is taken away (access ended, the session was
 * closed from another place, its copy on this device wiped) so that whatever page comes next can give them back. In
 * memory only, and for nobody else.
 */
import { createSignal, untrack } from 'solid-js';
export function createLeftBehind() {
    const [all, setAll] = createSignal([]);
    const [person, setPerson] = createSignal();
    return {
        words: () => all().filter(({ owner }) => owner === undefined || owner === person()),
        waiting: () => all().some(({ copied }) => !copied),
        keep(found) {
            if (found.text.trim() !== '')
                setAll((before) => [...before, { ...found, copied: false }]);
        },
        copied: (done) => setAll((now) => now.map((one) => (one === done ? { ...one, copied: true } : one))),
        dismiss: (done) => setAll((now) => now.filter((one) => one !== done)),
        belongTo(personId) {
            const before = untrack(person);
            setAll((now) => now.filter(({ owner }) => (owner ?? before ?? personId) === personId));
            setPerson(personId);
        },
    };
}
