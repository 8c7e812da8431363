/**
 * A WebSocket client with as little of its own as possible (RFC 6455 on a plain socket): the load generator shares two
 * cores with the server it measures. Messages are read where they lie in one buffer that all sockets share.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket as TcpSocket } from 'node:net';

export type SocketHandlers = {
  /** The handshake is done. */
  readonly opened: () => void;
  /** One whole message, at `bytes[from..to)`; the bytes are overwritten after the call. */
  readonly message: (bytes: Uint8Array, from: number, to: number) => void;
  /** `code` is the peer's close code; 0 when the connection ended without one. */
  readonly closed: (code: number) => void;
};

export type Socket = {
  /** One binary message. */
  send(payload: Uint8Array): void;
  /** Resolves when the system has taken everything sent so far. */
  drained(): Promise<void>;
  /** Breaks the connection at once, as a lost network does. `closed` isn't called. */
  cut(): void;
};

const shared = Buffer.allocUnsafe(256 * 1024);
const opcode = { continuation: 0, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export function openSocket(
  { port, path, headers }: { port: number; path: string; headers: Readonly<Record<string, string>> },
  handlers: SocketHandlers,
): Socket {
  let isOpen = false;
  let isCut = false;
  let closeCode = 0;
  let rest: Buffer | undefined;
  const tcp: TcpSocket = connect({
    port,
    host: '127.0.0.1',
    noDelay: true,
    onread: {
      buffer: shared,
      callback: (length: number) => {
        take(shared, length);
        return true;
      },
    },
  });
  tcp.on('connect', () => tcp.write(request(port, path, headers)));
  tcp.on('error', () => undefined); // `close` follows
  tcp.on('close', () => {
    if (!isCut) handlers.closed(closeCode);
  });

  function take(chunk: Buffer, length: number): void {
    const bytes = rest === undefined ? chunk : Buffer.concat([rest, chunk.subarray(0, length)]);
    const end = rest === undefined ? length : bytes.length;
    let at = 0;
    if (!isOpen) {
      const head = bytes.indexOf('\r\n\r\n');
      if (head >= 0 && head < end) {
        if (!bytes.toString('latin1', 0, 12).endsWith('101')) {
          tcp.destroy();
          return;
        }
        isOpen = true;
        at = head + 4;
        handlers.opened();
      }
    }
    if (isOpen) at = takeFrames(bytes, at, end);
    rest = at < end ? Buffer.from(bytes.subarray(at, end)) : undefined;
  }

  /** Answers where the first frame begins that isn't whole yet. */
  function takeFrames(bytes: Buffer, from: number, end: number): number {
    let at = from;
    while (at + 2 <= end && !isCut) {
      let length = (bytes[at + 1] ?? 0) & 127;
      let start = at + 2;
      if (length === 126) {
        if (at + 4 > end) break;
        length = bytes.readUInt16BE(at + 2);
        start = at + 4;
      } else if (length === 127) {
        if (at + 10 > end) break;
        length = Number(bytes.readBigUInt64BE(at + 2));
        start = at + 10;
      }
      if (start + length > end) break;
      takeFrame(bytes, at, start, start + length);
      at = start + length;
    }
    return at;
  }

  function takeFrame(bytes: Buffer, at: number, from: number, to: number): void {
    const first = bytes[at] ?? 0;
    const kind = first & 15;
    if (kind === opcode.binary && first & 128) handlers.message(bytes, from, to);
    else if (kind === opcode.ping) write(opcode.pong, bytes.subarray(from, to));
    else if (kind === opcode.close) {
      closeCode = to - from >= 2 ? bytes.readUInt16BE(from) : 0;
      tcp.destroy();
    } else if (kind !== opcode.pong) throw new Error(`a frame no server here sends: ${first}`);
  }

  function write(kind: number, payload: Uint8Array): void {
    if (!tcp.writable) return;
    if (payload.length > 65_535) {
      writeLong(kind, payload);
      return;
    }
    const long = payload.length > 125;
    const head = long ? 8 : 6;
    const frame = Buffer.allocUnsafe(head + payload.length);
    frame[0] = 128 | kind;
    frame[1] = 128 | (long ? 126 : payload.length);
    if (long) frame.writeUInt16BE(payload.length, 2);
    frame.fill(0, head - 4, head); // a mask of zeros: the server's work is the same, ours is less
    frame.set(payload, head);
    tcp.write(frame);
  }

  function writeLong(kind: number, payload: Uint8Array): void {
    const head = Buffer.alloc(14);
    head[0] = 128 | kind;
    head[1] = 128 | 127;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
    tcp.write(Buffer.concat([head, payload]));
  }

  return {
    send: (payload) => write(opcode.binary, payload),
    async drained() {
      if (tcp.writableNeedDrain) await new Promise<void>((resolve) => tcp.once('drain', resolve));
    },
    cut() {
      isCut = true;
      tcp.destroy();
    },
  };
}

function request(port: number, path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({
    Host: `127.0.0.1:${port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}
