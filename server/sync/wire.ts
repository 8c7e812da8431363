/** A socket as a session sees it; ws-wire.ts is the real one, tests hold a pair of their own. */
import type { Frame } from './frame.ts';

export type Wire = {
  /** All frames in one write. Nothing once the socket is closing. */
  write(frames: readonly Frame[]): void;
  /** Bytes that the other side hasn't taken yet. */
  unsentBytes(): number;
  /** Stops and starts reading. */
  pause(): void;
  resume(): void;
  ping(): void;
  /** Says why, then closes; a peer that doesn't answer is cut off. A second call is harmless. */
  close(code: number, reason: string): void;
  /** Cuts off. */
  terminate(): void;
};
