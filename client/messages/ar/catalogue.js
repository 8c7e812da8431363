import { activity } from './activity.ts';
import { admin } from './admin.ts';
import { annotations } from './annotations.ts';
import { app } from './app.ts';
import { calendar } from './calendar.ts';
import { conferences } from './conferences.ts';
import { directory } from './directory.ts';
import { errors } from './errors.ts';
import { fields } from './fields.ts';
import { functions } from './functions.ts';
import { goals } from './goals.ts';
import { households } from './households.ts';
import { lead } from './lead.ts';
import { map } from './map.ts';
import { minutes } from './minutes.ts';
import { plan } from './plan.ts';
import { referrals } from './referrals.ts';
import { rights } from './rights.ts';
import { session } from './session.ts';
import { tasks } from './tasks.ts';
import { team } from './team.ts';
import { today } from './today.ts';
import { ui } from './ui.ts';
export const catalogue = {
    activity,
    admin,
    annotations,
    app,
    calendar,
    conferences,
    directory,
    errors,
    fields,
    functions,
    goals,
    households,
    lead,
    map,
    minutes,
    plan,
    referrals,
    rights,
    session,
    tasks,
    team,
    today,
    ui,
};
export { later } from './later.ts';
