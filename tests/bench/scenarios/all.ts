/** Every scenario by the name it has on the command line, in the order of the report. */
import { capacity } from './capacity.ts';
import { conference } from './conference.ts';
import { editor } from './editor.ts';
import { history } from './history.ts';
import { meeting } from './meeting.ts';
import { memory } from './memory.ts';
import { network } from './network.ts';
import { open } from './open.ts';
import type { Scenario } from './scenario.ts';
import { storm } from './storm.ts';
import { survival } from './survival.ts';

export const scenarioNames = [
  'conference',
  'meeting',
  'capacity',
  'open',
  'memory',
  'storm',
  'survival',
  'network',
  'editor',
  'history',
] as const;
export type ScenarioName = (typeof scenarioNames)[number];

export const scenarios: Readonly<Record<ScenarioName, Scenario>> = {
  conference,
  meeting,
  capacity,
  open,
  memory,
  storm,
  survival,
  network,
  editor,
  history,
};
