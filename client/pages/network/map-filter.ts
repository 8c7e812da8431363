/** Which bodies the map and its list show. */
import type { BodyId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { type Need, needsMet } from '../../../shared/records/needs.ts';
import type { NetworkTie, Partner } from '../../../shared/records/partners.ts';
import type { Space } from '../../../shared/records/spaces.ts';

export type MapFilter = {
  readonly need: Need | null;
  readonly language: ContentLanguage | null;
  /** A Casa: only it and its network. */
  readonly casaId: BodyId | null;
  readonly onlySpaces: boolean;
};

/** What a body has: its own resources and those of its spaces. */
export const resourcesOf = (partner: Partner, spaces: readonly Space[]): readonly string[] => [
  ...partner.resources,
  ...spaces.filter(({ body }) => body.id === partner.body.id).flatMap(({ resources }) => resources),
];

export function fits(
  partner: Partner,
  filter: MapFilter,
  { spaces, ties }: { readonly spaces: readonly Space[]; readonly ties: readonly NetworkTie[] },
): boolean {
  const { id } = partner.body;
  const { need, language, casaId, onlySpaces } = filter;
  if (need !== null && !needsMet(resourcesOf(partner, spaces)).includes(need)) return false;
  if (language !== null && !partner.languages.includes(language)) return false;
  if (onlySpaces && !spaces.some(({ body }) => body.id === id)) return false;
  return casaId === null || id === casaId || ties.some((tie) => tie.casaId === casaId && tie.bodyId === id);
}
