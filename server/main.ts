/** `npm start`: reads the environment, builds the client if needed, starts, and stops when asked. */
import { ensureClientBuilt } from './client-build.ts';
import { readConfig } from './config.ts';
import { runProgram } from './program.ts';

await runProgram(async (say) => {
  const config = readConfig(process.env);
  await ensureClientBuilt(say);
  return { config };
});
