/** The program as `npm start` runs it, but for building the client. */
import { readConfig } from '../../server/config.ts';
import { runProgram } from '../../server/program.ts';

await runProgram(async () => ({ config: readConfig(process.env) }));
