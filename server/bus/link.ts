/** One connection to whatever carries messages between nodes; a bus opens a new one when it is lost. */

export type Link = {
  /** Resolves when the carrier has taken it, rejects when it certainly or perhaps hasn't. */
  send(text: string): Promise<void>;
  /** Lets go of the connection, also of one that is dead. Never rejects; a second call is harmless. */
  close(): Promise<void>;
};

export type LinkEvents = {
  /** A text that some node sent, this one too. */
  readonly hear: (text: string) => void;
  /** The connection is no use any more. May be told more than once. */
  readonly lose: (error: unknown) => void;
};

export type Carrier = {
  /** For the log: never an address, which may hold a password. */
  readonly name: string;
  /** The longest text it takes, in bytes. */
  readonly mostBytes: number;
  /** Resolves when texts are heard and may be sent; rejects, leaving nothing open, when that can't be reached. */
  open(events: LinkEvents): Promise<Link>;
};
