import { insertChip, makeRecord, turnInto } from './acts.ts';
import { personWords } from './person-words.ts';
import { insertTemplate } from './templates.ts';
export function offersFor(kind, chrome, t) {
    const { records } = chrome;
    const item = (id, run) => ({
        id,
        label: t(`plan.insert.${id}`),
        words: t(`plan.insert.${id}.words`),
        run,
    });
    const task = () => records.onMakeTask && item('task', (editor) => makeRecord(editor, chrome, 'task'));
    const referral = () => records.onMakeReferral && item('referral', (editor) => makeRecord(editor, chrome, 'referral'));
    const plain = () => [
        item('person', (editor) => editor.chain().focus().insertContent('@').run()),
        item('heading', (editor) => editor.chain().focus().setHeading({ level: 3 }).run()),
        item('list', (editor) => editor.chain().focus().toggleBulletList().run()),
        item('numbers', (editor) => editor.chain().focus().toggleOrderedList().run()),
        item('quote', (editor) => editor.chain().focus().toggleBlockquote().run()),
    ];
    const block = (name) => item(name, (editor) => turnInto(editor, chrome, name));
    const template = (which) => item('template', (editor) => insertTemplate(editor, which, t));
    const byKind = {
        plan: () => [
            records.onNewGoal && block('goal'),
            task(),
            referral(),
            block('voice'),
            ...plain(),
            template('plan'),
        ],
        minutes: () => [block('decision'), block('dissent'), task(), referral(), ...plain(), template('agenda')],
        notes: () => [task(), block('voice'), ...plain()],
    };
    return {
        slash: () => byKind[kind]().filter((offer) => offer !== undefined),
        people: () => peopleOffers(chrome, t),
    };
}
/** The family first, then colleagues. */
function peopleOffers(chrome, t) {
    const mention = (kind, ref, label) => (editor) => {
        insertChip(editor, editor.state.selection.from, { kind, ref, label });
        editor.commands.insertContent(' ');
    };
    const members = chrome.records.members.map(({ id, name }) => ({
        id,
        label: name,
        note: t('plan.insert.member'),
        personId: id,
        run: mention('member', id, name),
    }));
    const people = chrome.records.people.map((person) => ({
        id: person.id,
        label: person.name,
        note: personWords(person, t),
        words: person.body?.name,
        personId: person.id,
        run: mention('person', person.id, person.name),
    }));
    return [...members, ...people];
}
