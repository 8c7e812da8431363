/** From the files' blocks and runs to rich text, with chips that point at the loaded records. */
import * as Y from 'yjs';
import {
  appendBlock,
  appendBulletList,
  contentRoot,
  type TextRun,
} from '../../shared/documents/rich-text.ts';
import type { BlockFile, RunFile } from './document-files.ts';
import type { Story } from './story.ts';

export const contentOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(contentRoot);

/** Takes out what the server seeded, to write the file's text from the start. */
export function clear(doc: Y.Doc): void {
  const content = contentOf(doc);
  content.delete(0, content.length);
}

/** Appends one block of the plan and answers it. */
export function appendPlanBlock(story: Story, doc: Y.Doc, block: BlockFile): Y.XmlElement {
  const content = contentOf(doc);
  const runs = (given: readonly RunFile[]) => given.map((run) => runOf(story, run));
  switch (block.type) {
    case 'heading':
      return appendBlock(content, 'heading', { level: 3 }, runs(block.content));
    case 'paragraph':
      return appendBlock(content, 'paragraph', {}, runs(block.content));
    case 'bulletList':
      return appendBulletList(content, block.items.map(runs));
    case 'goal':
      return appendGoal(story, doc, block.ref);
    case 'voice': {
      const { language, original } = block;
      const speaker = story.member(block.speaker);
      return appendBlock(content, 'voice', { speaker, language, original }, runs(block.content));
    }
  }
}

/** The goal's own block, in the words of its record. */
export function appendGoal(story: Story, doc: Y.Doc, key: string): Y.XmlElement {
  const title = story.file.goals.find((goal) => goal.key === key)?.title ?? '';
  return appendBlock(contentOf(doc), 'goal', { goalId: story.goal(key) }, [title]);
}

function runOf(story: Story, run: RunFile): TextRun {
  if ('text' in run) return run.text;
  const { file, cast } = story;
  switch (run.chip) {
    case 'person':
      return { chip: 'person', ref: cast.person(run.ref), label: cast.nameOf(run.ref) };
    case 'task': {
      const label = file.tasks.find(({ key }) => key === run.ref)?.title ?? '';
      return { chip: 'task', ref: story.task(run.ref), label };
    }
    case 'referral': {
      const label = file.referrals.find(({ key }) => key === run.ref)?.note ?? '';
      return { chip: 'referral', ref: story.referral(run.ref), label: label.slice(0, 200) };
    }
  }
}

/** Where in the block's texts a quote stands: exactly once in one run, as the files promise. */
export function findQuote(block: Y.XmlElement, quote: string): { text: Y.XmlText; index: number } | null {
  for (const node of block.createTreeWalker((each) => each instanceof Y.XmlText)) {
    if (!(node instanceof Y.XmlText)) continue;
    const index = node.toString().indexOf(quote);
    if (index >= 0) return { text: node, index };
  }
  return null;
}
