import type { Catalogue } from '../it/catalogue.ts';
import { annotations } from './annotations.ts';
import { app } from './app.ts';
import { calendar } from './calendar.ts';
import { conferences } from './conferences.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { functions } from './functions.ts';
import { goals } from './goals.ts';
import { households } from './households.ts';
import { lead } from './lead.ts';
import { minutes } from './minutes.ts';
import { plan } from './plan.ts';
import { referrals } from './referrals.ts';
import { rights } from './rights.ts';
import { session } from './session.ts';
import { tasks } from './tasks.ts';
import { today } from './today.ts';
import { ui } from './ui.ts';

export const catalogue: Catalogue = {
  annotations,
  app,
  calendar,
  conferences,
  errors,
  fields,
  functions,
  goals,
  households,
  lead,
  minutes,
  plan,
  referrals,
  rights,
  session,
  tasks,
  today,
  ui,
};

export { later } from './later.ts';
