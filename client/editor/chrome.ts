/**
 * What the parts of an editor know of the page around it: live records to show, acts to ask for, words and formats in
 * the reader's language. Everything is read through functions, so that it stays live inside the text.
 */
import type { Owner } from 'solid-js';
import type { ChipKind } from '../../shared/documents/rich-text.ts';
import type { GoalId, GuestId, MemberId, PersonId, ReferralId, TaskId } from '../../shared/ids.ts';
import type { Goal } from '../../shared/records/goals.ts';
import type { PersonBrief } from '../../shared/records/people.ts';
import type { Right } from '../../shared/records/rights.ts';
import type { Sector } from '../ui/SectorMark.tsx';

/** A record as a chip shows it, in the reader's words. */
export type ChipRecord = {
  readonly label: string;
  /** Small and after the label: who, by when, how it stands. */
  readonly detail?: string | undefined;
  /** `waiting` is dashed (not yet so), `done` struck, `late` ochre. */
  readonly state: 'plain' | 'done' | 'waiting' | 'late';
  readonly sector?: Sector | undefined;
};

export type MemberName = {
  readonly id: MemberId;
  readonly name: string;
  /** A child's words are told by somebody. */
  readonly relation?: string | undefined;
};

/** Puts the chip of a record just made where the words were taken from, wherever they are by now. */
export type InsertChip = (ref: TaskId | ReferralId | GoalId, label: string) => void;

/** "Make this a task" (or a referral): the page opens its dialog with the words and inserts the chip when it is done. */
export type MakeRecord = {
  /** The selected words; empty from the slash menu. */
  readonly quote: string;
  /** The right whose section they stand in. */
  readonly right: Right | undefined;
  /** Set when a decision is turned into it. */
  readonly decisionId: string | undefined;
  readonly insertChip: InsertChip;
  /** Puts the caret back where it was, when it was in the text: for whoever closes the dialog. */
  readonly back: () => void;
};

/** Props every editor has. What is absent isn't offered. */
export type EditorRecords = {
  /** People who can be mentioned and whose names stand beside annotations. */
  people: readonly PersonBrief[];
  members: readonly MemberName[];
  goals?: readonly Goal[] | undefined;
  /** Undefined: not available to this reader, or not loaded. */
  chip: (kind: ChipKind, ref: string) => ChipRecord | undefined;
  onOpenChip?: ((kind: ChipKind, ref: string) => void) | undefined;
  onOpenGoal?: ((goalId: GoalId) => void) | undefined;
  /** A goal's block was set: the page proposes the record with this id. */
  onNewGoal?: ((goal: { goalId: GoalId; title: string; right: Right | undefined }) => void) | undefined;
  onMakeTask?: ((make: MakeRecord) => void) | undefined;
  onMakeReferral?: ((make: MakeRecord) => void) | undefined;
  onMakeGoal?: ((make: MakeRecord) => void) | undefined;
  /** A decision about the regia: the page opens its proposal, and calls `made` once there is one. */
  onProposeLead?: ((made: () => void, back: () => void) => void) | undefined;
};

/** Whoever sits at this page. */
export type Me = { readonly id: PersonId; readonly name: string };

/** The same where nothing is written: a guest of a conference may read, too. */
export type Named = { readonly id: PersonId | GuestId; readonly name: string };

/** The same, as the node views hold it. */
export type Chrome = {
  /** Solid's owner of the editor: views made by Tiptap are its children, with its contexts. */
  readonly owner: Owner | null;
  /** Reactive through and through. */
  readonly records: EditorRecords;
  readonly editable: () => boolean;
  /** Of the screen, as against the text's. */
  readonly language: () => string;
};
