/** A conference while it is being planned or changed: what was typed, and the draft it makes. */
import { createSignal } from 'solid-js';
import type { PersonId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import type {
  AgendaPoint,
  Conference,
  ConferenceDraft,
  ConferenceMode,
} from '../../../shared/records/conferences.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import { useMe } from '../../api/session.tsx';
import { useMessages } from '../../messages/messages.tsx';
import { useRoom } from '../households/household-room.tsx';
import { peopleOf } from '../households/people-of.ts';
import { type AgendaTemplate, agendaTemplates } from './agenda-templates.ts';
import { romeClock, romeInstant } from './rome-instant.ts';

/** How long one usually takes, in minutes. */
const usualMinutes = 60;
const titleShort = 3;

export type ConferenceFormDraft = Omit<ConferenceDraft, 'id'>;

/** Begins from a conference, or from what one usually plans: the regia chairs, the tutor writes, everybody is invited. */
export function createConferenceForm(from?: Conference) {
  const { t } = useMessages();
  const room = useRoom();
  const me = useMe();
  const team = () => peopleOf(room.household());
  const self = () => team().find((person) => person.id === me().id) ?? null;
  const clock = from && romeClock(from.start);
  let lastPoint = 0;
  const newPoint = (title: string): AgendaPoint => {
    lastPoint += 1;
    return {
      id: `p${lastPoint}-${crypto.randomUUID().slice(0, 8)}`,
      title,
      minutes: null,
      askedById: null,
    };
  };
  const points = (template: AgendaTemplate) => agendaTemplates[template].map((key) => newPoint(t(key)));
  const [title, setTitle] = createSignal(from?.title ?? t('conferences.defaultTitle'));
  const [day, setDay] = createSignal(clock?.day ?? '');
  const [hour, setHour] = createSignal(clock?.hour ?? '15:00');
  const [minutes, setMinutes] = createSignal(String(from?.minutesLong ?? usualMinutes));
  const [mode, setMode] = createSignal<ConferenceMode>(from?.mode ?? 'mixed');
  const [place, setPlace] = createSignal<BodyBrief | null>(from?.place ? { ...from.place } : null);
  const [chair, setChair] = createSignal<PersonBrief | null>(
    from ? { ...from.chair } : (room.household().lead?.person ?? self()),
  );
  const [taker, setTaker] = createSignal<PersonBrief | null>(
    from ? { ...from.minuteTaker } : (room.household().tutor ?? self()),
  );
  const [agenda, setAgenda] = createSignal<readonly AgendaPoint[]>(
    from ? from.agenda.map((point) => ({ ...point })) : points('review'),
  );
  const [invited, setInvited] = createSignal<readonly PersonId[]>(
    (from?.invited ?? team()).map((person) => person.id),
  );
  const [family, setFamily] = createSignal(from?.familyInvited ?? true);

  const start = () => romeInstant(day(), hour());
  const written = () =>
    agenda()
      .map((point) => ({ ...point, title: point.title.trim() }))
      .filter((point) => point.title !== '');
  const titleMissing = () => title().trim().length < titleShort;
  return {
    team,
    title,
    setTitle,
    day,
    setDay,
    hour,
    setHour,
    minutes,
    setMinutes,
    mode,
    setMode,
    place,
    setPlace,
    chair,
    setChair,
    taker,
    setTaker,
    agenda,
    invited,
    family,
    setFamily,
    useTemplate: (template: AgendaTemplate) => setAgenda(points(template)),
    setPoint: (at: number, words: string) =>
      setAgenda(agenda().map((point, index) => (index === at ? { ...point, title: words } : point))),
    addPoint: () => setAgenda([...agenda(), newPoint('')]),
    removePoint: (at: number) => setAgenda(agenda().filter((_, index) => index !== at)),
    invite: (id: PersonId, asked: boolean) =>
      setInvited(asked ? [...invited(), id] : invited().filter((one) => one !== id)),
    startMissing: () => start() === undefined,
    titleMissing,
    agendaMissing: () => written().length === 0,
    /** Nothing while something that must be there is missing. */
    draft(): ConferenceFormDraft | undefined {
      const [at, chairs, writes] = [start(), chair(), taker()];
      if (!at || !chairs || !writes || titleMissing() || written().length === 0) return undefined;
      return {
        kind: from?.kind ?? 'review',
        title: title().trim(),
        start: at,
        minutesLong: Number(minutes()),
        mode: mode(),
        placeId: mode() === 'online' ? null : (place()?.id ?? null),
        chairId: chairs.id,
        minuteTakerId: writes.id,
        agenda: written(),
        invitedIds: [...invited()],
        familyInvited: family(),
        videoUrl: from?.videoUrl ?? null,
        quorum: from?.quorum ?? 2,
      };
    },
  };
}

export type ConferenceForm = ReturnType<typeof createConferenceForm>;
