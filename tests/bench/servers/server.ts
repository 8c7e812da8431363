/** A server under measurement, whichever it is. */
import type { MeasuredProcess, Seat } from '../load/plan.ts';

export type ServerName = 'ours' | 'hocuspocus' | 'y-websocket';

export type BenchServer = {
  readonly name: ServerName;
  /** How it keeps what it is given, for the report. */
  readonly saving: string;
  port(): number;
  /** Everything whose CPU counts: the server, and its database where that is a process of its own. */
  processes(): readonly MeasuredProcess[];
  /** New empty documents with so many seats each; the seats of one document stand together. */
  makeRooms(rooms: number, seatsEach: number): Promise<Seat[]>;
  /** Waits until the server has done by itself what it does with documents that people have left: ours compacts them. */
  settled(seats: readonly Seat[]): Promise<void>;
  readonly filling: Filling;
  /** What its process says about itself; `collected`: after a garbage collection. */
  ask(options?: { collected?: boolean }): Promise<Vitals>;
  /** kill -9 of the server process; its database, if it is another process, goes on. */
  kill(): Promise<void>;
  /** Ends the server process as an operator would. */
  stop(): Promise<void>;
  /** The server process again, on the same stored documents. */
  start(): Promise<void>;
  /** Ends everything and removes its folder. */
  close(): Promise<void>;
};

/** How a page fills a document with a long story of keystrokes. */
export type Filling = {
  /** More than one where a server limits a connection's frames. */
  readonly editsPerFrame: number;
  /** Waits until a frame is acknowledged before the next, so that each is stored as a row of its own. */
  readonly waitsForAck: boolean;
};

export type Vitals = {
  /** Resident memory, bytes. */
  readonly residentBytes: number;
  /** Delay of the event loop since the last question, milliseconds. */
  readonly loopDelay: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Share of the time since the last question that the event loop was busy, 0 to 1. */
  readonly loopBusy: number;
  /** Counters of the server, where it has any. */
  readonly counters?: unknown;
};
