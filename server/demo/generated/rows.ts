/** Rows gathered by table and written in bulk, in an order that foreign keys allow. */
import type { TransactionSql } from 'postgres';

/** Column names as in SQL. */
export type Row = Readonly<Record<string, unknown>>;

/** Parents before children. */
const tables = [
  'person',
  'household',
  'status_change',
  'member',
  'situation',
  'report',
  'enrolment',
  'tutor_tenure',
  'lead_proposal',
  'lead_tenure',
  'team_membership',
  'consent',
  'consent_body',
  'goal',
  'goal_progress',
  'task',
  'referral',
  'referral_step',
  'contact',
  'calendar_mark',
  'mediation',
  'pact',
  'pact_signature',
  'wellbeing',
  'grant_ledger',
  'grant_request',
  'grant_expense',
  'home_support',
  'placement',
  'desk_contact',
  'desk_contact_step',
  'initiative',
  'initiative_session',
  'conference',
  'conference_invitee',
  'document',
  'document_update',
  'document_client',
  'activity_draft',
] as const;
export type TableName = (typeof tables)[number];

export type Rows = {
  add(table: TableName, row: Row): void;
  /** Writes everything in the caller's transaction, one statement per table. Rows of one table have the same columns. */
  write(tx: TransactionSql): Promise<void>;
};

export function createRows(): Rows {
  const gathered = new Map<TableName, Row[]>();
  return {
    add(table, row) {
      const rows = gathered.get(table);
      if (rows) rows.push(row);
      else gathered.set(table, [row]);
    },
    async write(tx) {
      for (const table of tables) {
        const rows = gathered.get(table);
        if (rows?.[0] === undefined) continue;
        const columns = Object.keys(rows[0]).map((name) => `"${name}"`);
        await tx.unsafe(
          `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
          [JSON.stringify(rows)],
        );
      }
    },
  };
}

/** How bytea is written in JSON. */
export const hexOf = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString('hex')}`;
