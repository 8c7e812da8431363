/** What the page gives the map. It fetches nothing by itself. */
import type { JSX } from 'solid-js';
import type * as Y from 'yjs';
import type { Day } from '../../shared/dates.ts';
import type { BodyBrief } from '../../shared/records/bodies.ts';
import type { Member } from '../../shared/records/households.ts';
import type { Sector } from '../ui/SectorMark.tsx';
import type { Point } from './geometry/projection.ts';

/** Someone else on this map. `cursor` is in drawing units; `dragging` is the key of the place they hold. */
export type MapPresence = {
  readonly personId: string;
  readonly name: string;
  readonly colour: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  readonly cursor?: Point | undefined;
  readonly dragging?: string | undefined;
};

export type MapPresenceChannel = {
  /** Reactive: read inside the drawing. Oneself is not in it. */
  others(): readonly MapPresence[];
  setCursor(point: Point | null): void;
  setDragging(key: string | null): void;
};

export type MapMember = Pick<Member, 'id' | 'name' | 'relation' | 'sex' | 'birth' | 'indexPerson' | 'left'>;

/** Drawn with what was there before and what is there after. */
export type MapChange = 'added' | 'gone' | 'changed';

export type NetworkMapProps = {
  doc: Y.Doc;
  /** False: everything can be seen and nothing changed. */
  editable: boolean;
  presence: MapPresenceChannel;
  /** The household's members: ages, and who descends from whom. Members the document doesn't know are drawn too. */
  members: readonly MapMember[];
  /** Sector of a body, or of a colleague's body; unknown ids are drawn by their ring. */
  sectorOf: (id: string) => Sector | undefined;
  /** The directory, asked while someone types. */
  searchBodies: (query: string) => Promise<readonly BodyBrief[]>;
  /** For ages and for reviews that are due. */
  today: Day;
  /** Something was taken away: the page shows a toast that offers `undo`. */
  onRemoved: (text: string, undo: () => void) => void;
  /** Below drawing and list: the band as a slider. */
  footer?: JSX.Element;
  /** Stands in the place of the list. */
  panel?: JSX.Element;
  /** By key of place or tie: what differs from another day, drawn so. */
  changes?: ReadonlyMap<string, MapChange> | undefined;
};
