/** Frozen minutes are signed in the days after by whoever was there, one after the other, from their own account. */
import { assert } from '../../shared/assert.ts';
import { newId, SignatureId } from '../../shared/ids.ts';
import { ok } from '../../shared/outcome.ts';
import { conferenceRow } from '../records/conferences/facts.ts';
import { readClosing } from '../records/minutes/queries.ts';
import { signMinutes } from '../records/minutes/signing.ts';
import type { MinutesFile } from './document-files.ts';
import type { ConferenceFile } from './network-files.ts';
import type { Step, Story } from './story.ts';
import type { StoryDate } from './story-dates.ts';

/** Minutes frozen as recently, in days, still wait for one signature. */
const recentDays = 21;
/** How many sign on one day. */
const aDay = 2;

export function stepsOfSignatures(
  story: Story,
  { key }: ConferenceFile,
  { attendance, dissent }: MinutesFile,
  frozen: StoryDate,
): Step[] {
  const of = { householdId: story.id, conferenceId: story.conference(key) };
  const present = attendance.flatMap(({ person, present }) => (person && present ? [person] : []));
  const signers = present.filter((person) => isOnTeam(story, person, frozen.day));
  if (frozen.day > -recentDays) signers.pop();
  return signers.map((person, i) => {
    const date = { day: Math.min(frozen.day + 1 + Math.floor(i / aDay), 0) };
    const time = `${String(9 + (i % 8)).padStart(2, '0')}:25`;
    const words = dissent.find(({ who }) => who === person)?.text ?? null;
    return story.step(date, time, story.actor(person), `${key} signed by ${person}`, async (context) => {
      const closing = await readClosing(context.tx, context.actor, of, context.now);
      if (!closing.ok) return closing;
      const hash = (await conferenceRow(context.tx, of))?.frozenHash;
      const own = closing.value.attendees.find(({ canSign }) => canSign === 'self');
      assert(own && hash, `${person} was there when ${key} was frozen`);
      const signed = await signMinutes(context, {
        ...of,
        id: newId(SignatureId),
        attendee: own.key,
        answer: 'signed',
        hash,
        language: 'it',
        words,
        dissent: words !== null,
        device: null,
      });
      return signed.ok ? ok({}) : signed;
    });
  });
}

/** For as long as it takes to sign; whoever left the team before can't read the minutes any more. */
const isOnTeam = ({ file }: Story, key: string, day: number): boolean =>
  file.careTeam.some(
    ({ person, from, to }) => person === key && from.day <= day && (to == null || to.day > day + 7),
  );
