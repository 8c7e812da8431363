/** Which epoch a page's replica belongs to, and what happens when the document has another one. */
import { CloseCode, noEpoch } from '../../shared/sync/protocol.ts';
import { epochFrame } from './frame.ts';
import type { Session } from './session.ts';

export type Replica = {
  /** `noEpoch` for an empty one; undefined when the page doesn't know of epochs, until it is given content. */
  epoch: number | undefined;
  isTold: boolean;
};

/** What a session comes with: `epoch` is its parameter at the door. */
export const bringReplica = (epoch: number | undefined): Replica => ({ epoch, isTold: false });

/**
 * Called when the document's epoch is known, and again after every load. A replica of another epoch holds what was
 * erased: its session ends. The others are told which epoch they get, once and before any content, if they asked.
 */
export function meetEpoch(session: Session, replica: Replica, current: number): void {
  const { epoch, isTold } = replica;
  if (epoch !== undefined && epoch !== noEpoch && epoch !== current) {
    session.close(CloseCode.oldEpoch, 'old-epoch');
    return;
  }
  if (isTold) return;
  if (epoch !== undefined) session.send(epochFrame(current));
  replica.isTold = true;
  replica.epoch = current;
}
