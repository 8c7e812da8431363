/**
 * Mod-Enter in a line of the minutes: what the line may become, without leaving it. The caret stays; arrows or the letter
 * beside each choice take it, Escape or any other key goes on writing.
 */
import { type Editor, Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { createSignal } from 'solid-js';
import type { Translate } from '../messages/translate.ts';
import {
  makeRecord,
  makeRecordOfDecision,
  proposeLeadOf,
  type RecordKind,
  settleDecision,
  turnInto,
} from './acts.ts';
import type { Chrome } from './chrome.ts';
import type { InsertItem, InsertMenu, OpenMenu } from './insert-menu.ts';

/** A choice and the letter that takes it: the same letters as in the tray. */
type Choice = InsertItem & { readonly note: string };

export function createLineMenu(chrome: Chrome, t: Translate): InsertMenu {
  const [open, setOpen] = createSignal<OpenMenu>();
  const close = () => setOpen(undefined);
  const show = (editor: Editor): boolean => {
    const items = chrome.editable() ? choicesAt(editor, chrome, t) : [];
    if (items.length === 0) return false;
    const { left, top, bottom } = editor.view.coordsAtPos(editor.state.selection.head);
    const choose = (item: InsertItem) => {
      close();
      item.run(editor);
    };
    setOpen({ items, active: 0, place: new DOMRect(left, top, 0, bottom - top), choose });
    return true;
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const menu = open();
    if (!menu || event.isComposing) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      setOpen({ ...menu, active: (menu.active + step + menu.items.length) % menu.items.length });
      return true;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const taken =
      event.key === 'Enter' || event.key === 'Tab'
        ? menu.items[menu.active]
        : menu.items.find(({ note }) => plain && event.code === `Key${note}`);
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return false;
    close();
    if (taken) menu.choose(taken);
    return taken !== undefined || event.key === 'Escape';
  };
  return {
    open,
    extension: Extension.create({
      name: 'lineMenu',
      priority: 300,
      addKeyboardShortcuts() {
        return { 'Mod-Enter': () => open() === undefined && show(this.editor) };
      },
      onBlur: close,
      onSelectionUpdate: close,
      addProseMirrorPlugins: () => [
        new Plugin({
          key: new PluginKey('lineMenu'),
          props: { handleKeyDown: (_view, event) => onKey(event) },
        }),
      ],
    }),
  };
}

function choicesAt(editor: Editor, chrome: Chrome, t: Translate): Choice[] {
  const { $from } = editor.state.selection;
  const block = $from.parent;
  const { records } = chrome;
  const decisionId = block.type.name === 'decision' ? String(block.attrs.decisionId) : undefined;
  const line = { from: $from.start(), to: $from.end() };
  const record = (kind: RecordKind, note: string, label: string, offered: unknown): Choice[] => {
    if (!offered) return [];
    const run = () =>
      decisionId
        ? makeRecordOfDecision(editor, chrome, kind, decisionId)
        : makeRecord(editor, chrome, kind, line);
    return [{ id: kind, label, note, run }];
  };
  const ofRecords = [
    ...record('task', 'C', t('minutes.makeTask'), records.onMakeTask && !block.attrs.taskId),
    ...record('referral', 'I', t('minutes.makeReferral'), records.onMakeReferral),
    ...record('goal', 'G', t('minutes.makeGoal'), records.onMakeGoal),
  ];
  const turn = (name: 'decision' | 'dissent' | 'voice', note: string): Choice => ({
    id: name,
    label: t(`plan.insert.${name}`),
    note,
    run: () => turnInto(editor, chrome, name),
  });
  const turns = [turn('decision', 'D'), turn('dissent', 'S'), turn('voice', 'V')];
  if (!decisionId) {
    if (block.content.size === 0) return turns;
    return block.type.name === 'paragraph' ? [...turns.slice(0, 1), ...ofRecords] : ofRecords;
  }
  const lead: Choice[] = records.onProposeLead
    ? [
        {
          id: 'lead',
          label: t('minutes.makeLead'),
          note: 'R',
          run: () => proposeLeadOf(editor, chrome, decisionId),
        },
      ]
    : [];
  const nothing: Choice = {
    id: 'nothing',
    label: t('minutes.needsNothing'),
    note: 'N',
    run: () => settleDecision(editor, decisionId, 'nothing'),
  };
  return [...ofRecords, ...lead, ...(block.attrs.taskId || block.attrs.settled ? [] : [nothing])];
}
