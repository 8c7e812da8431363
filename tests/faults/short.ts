/** Short versions of the proofs for `npm test`: the same rounds on the test file's own database. */
import { expect } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { stageOn } from '../support/faults-stage.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { findingsOf, newSummary, type Proof, runProof, type Summary } from './proof.ts';

export type ShortRun = (proof: Proof, seed: number, rounds: number) => Promise<Summary>;

/** Call it at the top of a test file. The run fails at the first finding, and answers what was counted. */
export async function shortRuns(): Promise<ShortRun> {
  const db = await freshDatabase();
  return async (proof, seed, rounds) => {
    const stage = stageOn(db, temporaryFolder);
    const summary = await runProof(proof, { stage, summary: newSummary(proof, seed), rounds });
    const findings = findingsOf(proof, summary);
    expect(findings, findings.join('\n')).toEqual([]); // whole in the message: the report cuts what was compared short
    expect(summary.rounds).toBe(rounds);
    return summary;
  };
}
