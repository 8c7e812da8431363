/** What each kind of document offers behind `/` and `@`, in the reader's words. */
import type { Editor } from '@tiptap/core';
import type { Translate } from '../messages/translate.ts';
import { insertChip, makeRecord, turnInto } from './acts.ts';
import type { Chrome } from './chrome.ts';
import type { InsertItem, Offers } from './insert-menu.ts';
import { personWords } from './person-words.ts';
import { insertTemplate, type TemplateKind } from './templates.ts';

export type EditorKind = 'plan' | 'minutes' | 'notes';

export function offersFor(kind: EditorKind, chrome: Chrome, t: Translate): Offers {
  const { records } = chrome;
  const item = (id: InsertId, run: InsertItem['run']): InsertItem => ({
    id,
    label: t(`plan.insert.${id}`),
    words: t(`plan.insert.${id}.words`),
    run,
  });
  const task = () => records.onMakeTask && item('task', (editor) => makeRecord(editor, chrome, 'task'));
  const referral = () =>
    records.onMakeReferral && item('referral', (editor) => makeRecord(editor, chrome, 'referral'));
  const plain = () => [
    item('person', (editor) => editor.chain().focus().insertContent('@').run()),
    item('heading', (editor) => editor.chain().focus().setHeading({ level: 3 }).run()),
    item('list', (editor) => editor.chain().focus().toggleBulletList().run()),
    item('numbers', (editor) => editor.chain().focus().toggleOrderedList().run()),
    item('quote', (editor) => editor.chain().focus().toggleBlockquote().run()),
  ];
  const block = (name: 'goal' | 'voice' | 'decision' | 'dissent') =>
    item(name, (editor) => turnInto(editor, chrome, name));
  const template = (which: TemplateKind) => item('template', (editor) => insertTemplate(editor, which, t));
  const byKind = {
    plan: () => [
      records.onNewGoal && block('goal'),
      task(),
      referral(),
      block('voice'),
      ...plain(),
      template('plan'),
    ],
    minutes: () => [
      block('decision'),
      block('dissent'),
      block('voice'),
      task(),
      referral(),
      ...plain(),
      template('agenda'),
    ],
    notes: () => [task(), block('voice'), ...plain()],
  };
  return {
    slash: () => byKind[kind]().filter((offer) => offer !== undefined),
    people: () => peopleOffers(chrome, t),
  };
}

type InsertId =
  | 'goal'
  | 'task'
  | 'referral'
  | 'person'
  | 'heading'
  | 'list'
  | 'numbers'
  | 'quote'
  | 'voice'
  | 'decision'
  | 'dissent'
  | 'template';

/** The family first, then colleagues. */
function peopleOffers(chrome: Chrome, t: Translate): InsertItem[] {
  const mention = (kind: 'person' | 'member', ref: string, label: string) => (editor: Editor) => {
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
