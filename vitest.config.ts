import icons from 'unplugin-icons/vite';
import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

// One project per room, because each needs a different world: none, a database, a browser's DOM, the whole program.
// Every project is written out in full: with `extends` the database's global set-up ran once per project.
const otherProjects = ['**/node_modules/**', 'tests/shared/**', 'tests/client/**', 'tests/e2e/**'];

const browserProject = {
  // A browser and the program behind it already fill a core.
  maxWorkers: 2,
  globalSetup: ['tests/support/global-program.ts'],
  // Real browsers on two cores: one more try, which the report names.
  retry: 1,
  testTimeout: 120_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 20_000 } },
};
/** These say how soon something is seen, and want the machine to themselves. */
/** A conference is held when it is asked for, as long as it is asked for: minutes that `npm test` doesn't have. */
const conference = 'tests/e2e/conference-of-eight.test.ts';
const wantsConference = process.env.CONFERENCE_MINUTES !== undefined;
const timed = ['together', 'carets', 'leaving', 'killed'].map((name) => `tests/e2e/${name}.test.ts`);

export default defineConfig({
  test: {
    // Two cores: of three files one mostly waits, for a timer, a database or a browser.
    maxWorkers: 3,
    reporters: ['default', 'json'],
    outputFile: { json: 'test-report.json' },
    projects: [
      { test: { name: 'shared', include: ['tests/shared/**/*.test.ts'] } },
      {
        test: {
          name: 'server',
          include: ['tests/**/*.test.ts'],
          exclude: otherProjects,
          globalSetup: ['tests/support/global-database.ts'],
          // A third of the time went into importing the same server for each file; no file leaves anything behind.
          isolate: false,
          // Processes are killed and nodes cut off under a clock: one more try, which the report names.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A condition that is waited for may come late on a machine that does much else.
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        plugins: [solid(), icons({ compiler: 'solid' })],
        test: { name: 'client', environment: 'node', include: ['tests/client/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          ...browserProject,
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: [...timed, conference],
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...browserProject,
          name: 'e2e-timed',
          include: wantsConference ? [conference] : timed,
          sequence: { groupOrder: 2 },
          fileParallelism: false,
        },
      },
    ],
  },
});
