/** The only place that speaks SMTP. */
import { createTransport } from 'nodemailer';
import type { Rendered } from './render.ts';

export type Mail = Rendered & {
  readonly to: { readonly name: string; readonly address: string };
  /** The same for every try, without brackets: `id@host`. */
  readonly messageId: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly content: string }[];
  /** Where a POST ends this kind of mail (RFC 8058). */
  readonly unsubscribe?: string;
};

/** Why a mail didn't go. `final`: the server said never (5yz for this recipient or this message, RFC 5321 §4.2.1). */
export class MailRefused extends Error {
  override name = 'MailRefused';
  readonly final: boolean;
  /** For the log: a status or Node's own word, never the server's sentence, which may quote the recipient. */
  readonly code: string;
  constructor(code: string, final: boolean) {
    super(code);
    [this.code, this.final] = [code, final];
  }
}

export type Mailer = {
  /** Resolves when the server has taken the mail; throws `MailRefused`. */
  send(mail: Mail): Promise<void>;
  close(): void;
};

/** Nothing of a mail that hangs lasts longer than this. */
const patienceMs = 20_000;

export function createMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
    // Nothing in a letter may make us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, messageId, subject, text, html, attachments, unsubscribe }) {
      const calendar = attachments.find(({ type }) => /^text\/calendar/.test(type));
      try {
        await transport.sendMail({
          from: { name: 'Trama', address: from },
          to: { name: to.name, address: to.address },
          messageId: `<${messageId}>`,
          subject,
          text,
          html,
          headers: {
            // Nobody's holiday message answers a machine (RFC 3834).
            'Auto-Submitted': 'auto-generated',
            'X-Auto-Response-Suppress': 'All',
            ...(unsubscribe && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
          },
          ...(unsubscribe && { list: { unsubscribe: { url: unsubscribe } } }),
          ...(calendar && {
            icalEvent: {
              method: /method=(\w+)/i.exec(calendar.type)?.[1] ?? 'PUBLISH',
              filename: calendar.name,
              content: calendar.content,
            },
          }),
          attachments: attachments
            .filter((attachment) => attachment !== calendar)
            .map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
        });
      } catch (error) {
        throw refusalOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Nodemailer's errors carry the server's status and a word of its own for where it happened. */
function refusalOf(error: unknown): MailRefused {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode !== 'number')
    return new MailRefused(typeof code === 'string' ? code : 'failed', false);
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  return new MailRefused(String(responseCode), aboutThisMail && responseCode >= 500);
}
