/** What sync asks of whoever knows sessions and relations. Sync never learns how people sign in. */
import type { Actor } from '../../shared/access.ts';
import type { DocumentAccess, DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, GuestId, HouseholdId, PersonId } from '../../shared/ids.ts';
import type { PersonFunction } from '../../shared/person-function.ts';

/** What the others see of somebody who is here: the server writes it into every presence state. */
export type PresenceUser =
  | {
      readonly id: PersonId;
      readonly name: string;
      readonly function: PersonFunction;
      readonly body: string | null;
    }
  /** A guest of a conference; `body` is the role she was asked in. */
  | { readonly id: GuestId; readonly name: string; readonly function: 'guest'; readonly body: string };

/** Who knocks: somebody with an account, or a guest of one conference. A guest never writes. */
export type Identity = PersonIdentity | GuestIdentity;
export type PersonIdentity = {
  readonly kind: 'person';
  readonly actor: Actor;
  readonly presence: PresenceUser;
  readonly sessionId: string;
};
export type GuestIdentity = {
  readonly kind: 'guest';
  readonly guestId: GuestId;
  readonly presence: PresenceUser;
};

/** Whoever it is, by id. */
export const idOf = (identity: Identity): PersonId | GuestId =>
  identity.kind === 'person' ? identity.actor.personId : identity.guestId;

/** Access to one document, and the epochs it was decided at: they are compared again at each commit. */
export type Grant = {
  readonly householdId: HouseholdId;
  readonly kind: DocumentKind;
  readonly access: DocumentAccess;
  readonly householdEpoch: number;
  /** Of the person, or of the guest. */
  readonly ownEpoch: number;
  /** When it ends by itself, in milliseconds since 1970; undefined: it doesn't. */
  readonly until?: number | undefined;
};

/** The part of a request that carries the session, and in what capacity it knocks: each has a cookie of its own. */
export type SessionHeaders = { readonly cookie?: string | undefined; readonly asGuest?: boolean };

export type Authority = {
  /** Null when nobody is signed in (any more). */
  signIn(headers: SessionHeaders): Promise<Identity | null>;
  /**
   * Null when there is no such document or no access to it. A frozen document answers `read`. The epochs must be read
   * no later than the facts that access is decided from.
   */
  accessTo(identity: Identity, documentId: DocumentId): Promise<Grant | null>;
};

/** Whose access may have changed. */
export type AccessChange = { readonly householdId: HouseholdId } | { readonly personId: PersonId };
