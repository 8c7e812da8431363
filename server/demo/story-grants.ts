/** Grants: the cap the regia states, requests, decisions, and payments with their receipts. */
import { ExpenseId, FileId, GrantId, newId } from '../../shared/ids.ts';
import type { Outcome } from '../../shared/outcome.ts';
import type { Grant } from '../../shared/records/grants.ts';
import { closeGrant, decideGrant, requestGrant } from '../records/grants/commands.ts';
import { payGrant } from '../records/grants/expenses.ts';
import { storeReceipt } from '../records/grants/files.ts';
import { stateCap } from '../records/grants/ledger.ts';
import type { GrantFile } from './network-files.ts';
import type { Step, Story } from './story.ts';
import { leadOn } from './story-pacts.ts';

export function stepsOfGrants(story: Story): Step[] {
  const { grants } = story.file;
  const caps = [...Map.groupBy(grants, ({ programme }) => programme)].map(([programme, group]) => {
    const first = { day: Math.min(...group.map(({ requested }) => requested.day)) };
    const capCents = group.reduce((sum, grant) => sum + grant.capCents, 0);
    return story.step(first, '08:00', leadOn(story, first.day), 'cap', (context) =>
      stateCap(context, {
        householdId: story.id,
        programmeId: story.cast.programme(programme),
        capCents,
        version: null,
      }),
    );
  });
  return [...caps, ...grants.flatMap((grant) => stepsOfGrant(story, grant))];
}

function stepsOfGrant(story: Story, file: GrantFile): Step[] {
  const { id: householdId, calendar } = story;
  const grantId = newId(GrantId);
  const of = { householdId, grantId };
  let version = 0;
  const keep = (outcome: Outcome<Grant>): Outcome<Grant> => {
    if (outcome.ok) version = outcome.value.version;
    return outcome;
  };
  const asked = story.step(
    file.requested,
    '08:10',
    story.writerOn(file.requestedBy, file.requested.day),
    file.key,
    async (context) =>
      keep(
        await requestGrant(context, {
          householdId,
          id: grantId,
          programmeId: story.cast.programme(file.programme),
          goalId: story.goal(file.goal),
          severeFragility: true,
          fragility: file.fragility,
          category: file.category,
          cents: file.requestedCents,
        }),
      ),
  );
  const decided = file.approved ?? file.rejected;
  if (!decided) return [asked];
  const { approvedCents, reason } = file;
  const decide = story.step(
    decided,
    '08:10',
    leadOn(story, decided.day),
    `${file.key} decided`,
    async (context) =>
      keep(
        await decideGrant(
          context,
          of,
          approvedCents
            ? { decision: 'approve', cents: approvedCents, version }
            : { decision: 'reject', reason: reason ?? '', version },
        ),
      ),
  );
  const paid = file.expenses.map(({ on, cents, category, payee, receipt, note }, index) =>
    story.step(on, '09:00', story.tutorOn(on.day), `${file.key} paid`, async (context) => {
      const fileId = newId(FileId);
      const name = `${file.key}-${index + 1}.pdf`;
      const stored = await storeReceipt(context, {
        householdId,
        id: fileId,
        name,
        base64: receiptPdf(receipt),
      });
      if (!stored.ok) return stored;
      const id = newId(ExpenseId);
      return keep(
        await payGrant(context, {
          ...of,
          id,
          cents,
          category,
          payee,
          on: calendar.dayOf(on),
          receipt,
          fileId,
          note,
        }),
      );
    }),
  );
  if (file.status !== 'closed') return [asked, decide, ...paid];
  const last = file.expenses.at(-1)?.on ?? decided;
  const close = story.step(last, '17:00', leadOn(story, last.day), `${file.key} closed`, async (context) =>
    keep(await closeGrant(context, { ...of, version })),
  );
  return [asked, decide, ...paid, close];
}

/** A page with one line, as small as a PDF can be; base64. */
function receiptPdf(line: string): string {
  const words = line.normalize('NFD').replace(/[^\x20-\x7e]|[()\\]/g, '');
  const stream = `BT /F1 14 Tf 60 760 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${pdf.length}\n%%EOF\n`;
  return Buffer.from(pdf + table + end, 'latin1').toString('base64');
}
