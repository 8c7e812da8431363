/** What sync asks of whoever knows sessions and relations. Sync never learns how people sign in. */
import type { Actor } from '../../shared/access.ts';
import type { DocumentAccess, DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, HouseholdId, PersonId } from '../../shared/ids.ts';
import type { PersonFunction } from '../../shared/person-function.ts';

/** What the others see of somebody who is here: the server writes it into every presence state. */
export type PresenceUser = {
  readonly id: PersonId;
  readonly name: string;
  readonly function: PersonFunction;
  readonly body: string | null;
};

export type Identity = {
  readonly actor: Actor;
  readonly presence: PresenceUser;
  readonly sessionId: string;
};

/** Access to one document, and the epochs it was decided at: they are compared again at each commit. */
export type Grant = {
  readonly householdId: HouseholdId;
  readonly kind: DocumentKind;
  readonly access: DocumentAccess;
  readonly householdEpoch: number;
  readonly personEpoch: number;
};

/** The part of a request that carries the session; Node's IncomingHttpHeaders fits. */
export type SessionHeaders = { readonly cookie?: string | undefined };

export type Authority = {
  /** Null when nobody is signed in (any more). */
  signIn(headers: SessionHeaders): Promise<Identity | null>;
  /**
   * Null when there is no such document or no access to it. A frozen document answers `read`. The epochs must be read
   * no later than the facts that access is decided from.
   */
  accessTo(actor: Actor, documentId: DocumentId): Promise<Grant | null>;
};

/** Whose access may have changed. */
export type AccessChange = { readonly householdId: HouseholdId } | { readonly personId: PersonId };
