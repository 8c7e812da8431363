/** Places and ties in words: for screen readers, for the list, for titles. */

import { daysBetween } from '../../shared/dates.ts';
import type { MapTie } from '../../shared/documents/network-map.ts';
import { joined } from '../messages/joined.ts';
import { type Messages, useMessages } from '../messages/messages.tsx';
import { ageOn } from './household.ts';
import { type MapRoom, useMapRoom } from './map-room.ts';
import { orient } from './tie-ends.ts';

export type Review = { readonly text: string; readonly tone: 'late' | 'soon' | 'far' };

/** A review is drawn to the eye this many days ahead. */
const soonDays = 14;

export type Describe = ReturnType<typeof describeWith>;

export const useDescribe = (): Describe => describeWith(useMapRoom(), useMessages());

function describeWith(room: MapRoom, { t, formats }: Messages) {
  const nameOf = (key: string): string => room.nodeOf(key)?.label ?? '';
  const labelOf = (key: string): string =>
    room.isMissing(key) ? t('map.missing', { label: nameOf(key) }) : nameOf(key);
  const otherEnd = (tie: MapTie, key: string): string => (tie.source === key ? tie.target : tie.source);
  const reviewOf = (tie: MapTie): Review | null => {
    if (!tie.review) return null;
    const days = daysBetween(room.props.today, tie.review);
    const date = formats().date(tie.review);
    if (days < 0) return { text: t('map.reviewLate', { date }), tone: 'late' };
    return { text: t('map.reviewBy', { date }), tone: days <= soonDays ? 'soon' : 'far' };
  };
  const energyOf = (tie: MapTie): string | null => {
    const { energy } = orient(tie, room.isMember);
    if (energy === 'to') return t('map.say.energyTo');
    if (energy === 'from') return t('map.say.energyFrom');
    return energy === 'mutual' ? t('map.say.energyMutual') : null;
  };
  const supportsOf = (tie: MapTie): string =>
    joined(
      t,
      tie.supports.map((support) => t(`map.support.${support}`)),
    );
  const sayTie = (tie: MapTie, from: string): string => {
    const parts = [
      t('map.say.tie', { strength: tie.strength, who: nameOf(otherEnd(tie, from)) }),
      supportsOf(tie),
      tie.strength === 'absent_needed' ? null : energyOf(tie),
      reviewOf(tie)?.text,
    ];
    return joined(t, parts);
  };
  const lifeOf = (key: string) => {
    const ref = room.nodeOf(key)?.symbol === 'triangle' ? undefined : room.nodeOf(key)?.ref;
    const record = room.props.members.find((member) => member.id === ref);
    return record ? ageOn(record.birth, room.props.today) : null;
  };
  /** Short enough to stand inside a sign. */
  const ageOf = (key: string): string | null => {
    const age = lifeOf(key);
    if (!age) return null;
    return age.unit === 'years' ? formats().number(age.value) : t('map.monthsShort', { months: age.value });
  };
  const sayAge = (key: string): string | null => {
    const age = lifeOf(key);
    if (!age) return null;
    return age.unit === 'years'
      ? t('ui.band.years', { years: age.value })
      : t('ui.band.months', { months: age.value });
  };
  const hasLeft = (key: string): boolean => {
    const place = room.genogram().places.get(key);
    return place !== undefined && Math.abs(place.x) > room.genogram().household.width / 2;
  };
  /** "Nadia, neighbour; strong tie with Amal, practical help". */
  const sayNode = (key: string): string => {
    const node = room.nodeOf(key);
    if (!node) return '';
    const state = [
      nameOf(key),
      sayAge(key),
      node.index ? t('map.say.index') : null,
      node.deceased ? t('map.say.deceased') : null,
      hasLeft(key) ? t('map.say.left') : null,
      room.isMissing(key) ? t('map.say.missing') : null,
    ];
    const ties = room.tiesOf(key).flatMap((tieKey) => {
      const tie = room.tieOf(tieKey);
      return tie ? [sayTie(tie, key)] : [];
    });
    const holder = room.heldBy(key);
    return [
      joined(t, state),
      ...(ties.length > 0 ? ties : [t('map.say.noTies')]),
      ...(holder ? [t('map.say.held', { name: holder.name })] : []),
    ].join('; ');
  };
  return { nameOf, labelOf, otherEnd, reviewOf, supportsOf, sayTie, sayNode, ageOf, sayAge, hasLeft };
}
