/**
 * Why an update isn't sound. `gap` is the one that asks for a resync instead of ending the session; `old-epoch` comes
 * from a replica of before the document was rebuilt.
 */
export type RefusedReason =
  | 'gap'
  | 'too-large'
  | 'undecodable'
  | 'trailing-bytes'
  | 'too-many-structs'
  | 'too-many-clients'
  | 'impossible-id'
  | 'impossible-length'
  | 'disordered-deletions'
  | 'foreign-client'
  | 'foreign-author'
  | 'old-epoch'
  | 'unknown-root'
  | 'unknown-name'
  | 'unknown-content'
  | 'wrong-place'
  | 'too-deep';

/** Thrown inside the gate only; `examine` turns it into a verdict. */
export class Refused extends Error {
  readonly reason: RefusedReason;
  constructor(reason: RefusedReason) {
    super(reason);
    this.reason = reason;
  }
}
