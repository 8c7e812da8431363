/** A conference while it is being planned or changed: what was typed, and the draft it makes. */
import { createSignal } from 'solid-js';
import type { PersonId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import type { ConferenceTemplate } from '../../../shared/records/conference-templates.ts';
import {
  type Conference,
  ConferenceDraft,
  type ConferenceKind,
  type ConferenceMode,
} from '../../../shared/records/conferences.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import { createAgendaDraft } from './agenda-draft.ts';
import { agendaTemplates } from './agenda-templates.ts';
import { romeClock, romeInstant } from './rome-instant.ts';

const titleShort = 3;
const usualQuorum = 3;
const { minutesLong: Minutes, quorum: Quorum, videoUrl: VideoUrl } = ConferenceDraft.shape;

export type ConferenceFormDraft = Omit<ConferenceDraft, 'id'>;

/**
 * Begins from a conference, or from what one usually plans: a review that the regia chairs, with somebody else of the
 * team writing and everybody invited. Needs the words of `before`: an agenda begins with some of them.
 */
export function createConferenceForm(from?: Conference) {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const team = () => peopleOf(room.household());
  const self = () => team().find((person) => person.id === me().id) ?? null;
  const clock = from && romeClock(from.start);
  const usualChair = room.household().lead?.person ?? self();
  const usualTaker = [room.household().tutor, self(), ...team()].find(
    (person) => person && person.id !== usualChair?.id,
  );
  const [kind, setKind] = createSignal<ConferenceKind>(from?.kind ?? 'review');
  const [title, setTitle] = createSignal(from?.title ?? t('conferences.defaultTitle'));
  const [day, setDay] = createSignal(clock?.day ?? '');
  const [hour, setHour] = createSignal(clock?.hour ?? '15:00');
  const [minutes, setMinutes] = createSignal(String(from?.minutesLong ?? ''));
  const [mode, setMode] = createSignal<ConferenceMode>(from?.mode ?? 'mixed');
  const [place, setPlace] = createSignal<BodyBrief | null>(from?.place ? { ...from.place } : null);
  const [video, setVideo] = createSignal(from?.videoUrl ?? '');
  const [quorum, setQuorum] = createSignal(String(from?.quorum ?? Math.min(usualQuorum, team().length || 1)));
  const [chair, setChair] = createSignal<PersonBrief | null>(from ? { ...from.chair } : usualChair);
  const [taker, setTaker] = createSignal<PersonBrief | null>(
    from ? { ...from.minuteTaker } : (usualTaker ?? null),
  );
  const agenda = createAgendaDraft(from?.agenda ?? []);
  const [invited, setInvited] = createSignal<readonly PersonId[]>(
    (from?.invited ?? team()).map((person) => person.id),
  );
  const [family, setFamily] = createSignal(from?.familyInvited ?? true);

  /** The agenda of a kind, as Trama has it, and the time it takes. */
  const useKind = (wanted: ConferenceKind) => {
    const template = agendaTemplates[wanted];
    setMinutes(String(template.minutesLong));
    agenda.replace(template.points.map(({ title: key, minutes: box }) => ({ title: t(key), minutes: box })));
  };
  if (!from) useKind(kind());
  const start = () => romeInstant(day(), hour());
  const length = () => Minutes.safeParse(Number(minutes())).data;
  const most = () => Quorum.safeParse(Number(quorum())).data;
  const seenOnline = () => mode() !== 'in_person';
  const videoUrl = () => (seenOnline() && video().trim() !== '' ? video().trim() : null);
  const titleMissing = () => title().trim().length < titleShort;
  const samePerson = () => chair() !== null && chair()?.id === taker()?.id;
  const videoWrong = () => !VideoUrl.safeParse(videoUrl()).success;
  return {
    team,
    kind,
    /** An agenda nobody has touched follows the kind. */
    chooseKind(wanted: ConferenceKind) {
      setKind(wanted);
      if (!agenda.touched()) useKind(wanted);
    },
    useKind: () => useKind(kind()),
    useOwn(template: ConferenceTemplate) {
      setKind(template.kind);
      setMinutes(String(template.minutesLong));
      agenda.replace(template.points);
    },
    title,
    setTitle,
    day,
    setDay,
    hour,
    setHour,
    minutes,
    setMinutes,
    length,
    mode,
    setMode,
    place,
    setPlace,
    seenOnline,
    video,
    setVideo,
    quorum,
    setQuorum,
    chair,
    setChair,
    taker,
    setTaker,
    agenda,
    invited,
    family,
    setFamily,
    invite: (id: PersonId, asked: boolean) =>
      setInvited(asked ? [...invited(), id] : invited().filter((one) => one !== id)),
    startMissing: () => start() === undefined,
    titleMissing,
    samePerson,
    videoWrong,
    quorumWrong: () => most() === undefined,
    lengthWrong: () => length() === undefined,
    /** Nothing while something is missing or wrong. */
    draft(): ConferenceFormDraft | undefined {
      const [at, chairs, writes, lasts, needed] = [start(), chair(), taker(), length(), most()];
      if (!at || !chairs || !writes || lasts === undefined || needed === undefined) return undefined;
      if (titleMissing() || samePerson() || videoWrong() || agenda.missing() || agenda.wrong())
        return undefined;
      return {
        kind: kind(),
        title: title().trim(),
        start: at,
        minutesLong: lasts,
        mode: mode(),
        placeId: mode() === 'online' ? null : (place()?.id ?? null),
        chairId: chairs.id,
        minuteTakerId: writes.id,
        agenda: agenda.written(),
        invitedIds: [...invited()],
        familyInvited: family(),
        videoUrl: videoUrl(),
        quorum: needed,
      };
    },
  };
}

export type ConferenceForm = ReturnType<typeof createConferenceForm>;
