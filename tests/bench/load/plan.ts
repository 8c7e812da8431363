/** What the load generator is told and what it tells: it is a process of its own, on the other end of an IPC channel. */
import type { TallyResult } from './tally.ts';

/** One connection, as a server's adapter wants it opened. Bytes are base64. */
export type Seat = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Stands before every message in both directions. */
  readonly prefix: string;
  /** Messages that are sent first. */
  readonly hello: readonly string[];
};

export type Plan = {
  readonly port: number;
  /** Seats of one room stand together. */
  readonly roomSize: number;
  readonly seats: readonly Seat[];
  /** Yjs client ids are this and those above it; no two plans on one document may share them. */
  readonly firstClientId: number;
  /** Whether each one writes a paragraph of their own on arrival. */
  readonly writes: boolean;
  /** Whether each one remembers what they hold, to come back with it. */
  readonly returns: boolean;
  readonly seed: number;
};

export type Play = {
  /** Per second and participant; each divides 1,000. */
  readonly keystrokes: number;
  readonly moves: number;
  readonly warmupMs: number;
  readonly windowMs: number;
  /** How long changes may still arrive after the last one was made. */
  readonly drainMs: number;
  /** Processes whose CPU is read at both ends of the window. */
  readonly processes: readonly MeasuredProcess[];
};

export type MeasuredProcess = {
  readonly name: string;
  readonly pid: number;
  /** Its children count too. */
  readonly tree: boolean;
};

export type Played = {
  readonly edits: TallyResult;
  readonly moves: TallyResult;
  readonly windowSeconds: number;
  /** CPU seconds in the window, by process name; `generator` is this process itself. */
  readonly cpu: Readonly<Record<string, number>>;
  /** How late the generator made changes, milliseconds: beyond a few, the latencies are the generator's too. */
  readonly lateness: { readonly p50: number; readonly p99: number };
  /** Messages that arrived in the window. */
  readonly messages: number;
  /** Connections that the server closed, by close code. */
  readonly closed: Readonly<Record<string, number>>;
};

export type Joined = {
  /** From the first connect to the last step 2, milliseconds. */
  readonly ms: number;
};

export type Command =
  | { readonly kind: 'join'; readonly plan: Plan }
  | { readonly kind: 'play'; readonly play: Play }
  /** Every connection is cut and opened again at once. */
  | { readonly kind: 'storm' }
  /** After the server was killed and started again: opens every room and looks for what had been seen. */
  | { readonly kind: 'recall'; readonly port: number }
  | { readonly kind: 'leave' };

export type Recalled = {
  /** Keystrokes that somebody else had received, and how many of these are still there. */
  readonly seen: number;
  readonly kept: number;
};

export type Answer =
  | { readonly kind: 'joined'; readonly joined: Joined }
  | { readonly kind: 'began' | 'ended' | 'left' }
  | { readonly kind: 'played'; readonly played: Played }
  | { readonly kind: 'recalled'; readonly recalled: Recalled }
  | { readonly kind: 'failed'; readonly message: string };
