/** A mail server on a real socket that takes what it is given, or refuses as it is told (RFC 5321, as much as is needed). */
import { createServer, type Socket } from 'node:net';
import { afterAll } from 'vitest';

export type SmtpServer = {
  readonly url: string;
  /** Every message taken, whole: headers and body as they came over the wire. */
  readonly taken: readonly string[];
  /** What it answers to whom a mail is for; `null` takes it. */
  refuse: string | null;
};

/** Listens until the file's last test. Call it at the top of a file. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const taken: string[] = [];
  const open = new Set<Socket>();
  const state: { refuse: string | null } = { refuse: null };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
    let rest = '';
    let message: string[] | null = null;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say('220 test ESMTP');
    socket.setEncoding('utf8').on('data', (piece: string) => {
      const lines = (rest + piece).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
    function hear(line: string): void {
      if (message !== null) {
        if (line !== '.') return void message.push(line.replace(/^\.\./, '.'));
        taken.push(message.join('\r\n'));
        message = null;
        return void say('250 taken');
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'DATA') {
        message = [];
        say('354 go on');
      } else if (verb === 'RCPT' && state.refuse !== null) say(state.refuse);
      else if (verb === 'QUIT') socket.end('221 bye\r\n');
      else say('250 ok');
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has a port');
  afterAll(async () => {
    for (const socket of open) socket.destroy();
    await new Promise((closed) => server.close(closed));
  });
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    taken,
    get refuse() {
      return state.refuse;
    },
    set refuse(answer) {
      state.refuse = answer;
    },
  };
}

/** The decoded text part of a message as it came over the wire. */
export function textPartOf(message: string): string {
  const part = /content-type: text\/plain[^\r]*\r\n((?:[^\r]+\r\n)*)\r\n([\s\S]*?)\r\n--/i.exec(message);
  if (part === null) throw new Error('the message has a text part');
  const [, headers = '', body = ''] = part;
  if (/base64/i.test(headers)) return Buffer.from(body, 'base64').toString('utf8');
  if (!/quoted-printable/i.test(headers)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
