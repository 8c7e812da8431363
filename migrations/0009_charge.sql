-- Taking in charge: programmes, the family's situation, screening and assessment, enrolment, and every state by its days.

-- A11: a project, its funder, its period, its budget and what was spent of it. Money is integer cents.
create table programme (
  id uuid primary key,
  name text not null,
  funder text not null,
  project text not null,
  starts_on date not null,
  ends_on date not null,
  budget_cents bigint not null check (budget_cents >= 0),
  -- [{line, cents}]
  spending jsonb not null,
  objectives text[] not null,
  age_from text not null check (age_from in ('pregnancy', 'birth')),
  age_to text not null check (age_to in ('second_birthday', '18')),
  -- [{kind, …}]: shared/records/programmes.ts reads them
  eligibility jsonb not null,
  grant_cap_cents bigint not null check (grant_cap_cents >= 0),
  version int not null default 1,
  constraint programme_ends_after_it_starts check (ends_on > starts_on)
);
create index programme_by_start on programme (starts_on desc, id);

-- What was known of a family on a day. The newest row of a day or earlier is the situation as of that day.
create table situation (
  household_id uuid not null references household (id),
  on_day date not null,
  severe_poverty text not null check (severe_poverty in ('yes', 'no', 'unknown')),
  severe_poverty_since date,
  migrant_background text not null check (migrant_background in ('yes', 'no', 'unknown')),
  housing text not null check (housing in
    ('owned', 'rented', 'eviction_pending', 'hosted', 'structure', 'none', 'unknown')),
  work text not null check (work in ('employed', 'irregular', 'unemployed', 'never_employed', 'unknown')),
  isee text not null check (isee in ('known', 'none', 'unknown')),
  isee_cents bigint check (isee_cents >= 0),
  isee_on date,
  document_state text not null check (document_state in
    ('italian', 'eu', 'permit', 'cure_mediche_permit', 'asylum', 'stp', 'eni', 'none', 'unknown')),
  document_expires date,
  residence text not null check (residence in ('resident', 'staying', 'elsewhere', 'none', 'unknown')),
  health_registration text not null check (health_registration in ('registered', 'stp', 'eni', 'none', 'unknown')),
  paediatrician text not null check (paediatrician in ('yes', 'no', 'unknown')),
  recorded_by uuid not null references person (id),
  recorded_at timestamptz(3) not null,
  version int not null default 1,
  primary key (household_id, on_day),
  constraint situation_isee_is_whole check ((isee = 'known') = (isee_cents is not null and isee_on is not null)),
  constraint situation_poverty_since check (severe_poverty_since is null or severe_poverty = 'yes')
);

-- Screening (analisi preliminare) and assessment (quadro di analisi). Written once; a newer one says what changed.
create table assessment (
  id uuid primary key,
  household_id uuid not null references household (id),
  kind text not null check (kind in ('screening', 'assessment')),
  on_day date not null,
  content jsonb not null,
  made_by uuid not null references person (id),
  made_at timestamptz(3) not null
);
create index assessment_by_household on assessment (household_id, kind, on_day desc, id desc);

-- A household in a programme, from a day to a day. `until` is the first day it no longer is.
create table enrolment (
  id uuid primary key,
  household_id uuid not null references household (id),
  programme_id uuid not null references programme (id),
  since date not null,
  until date check (until >= since),
  -- How each rule stood that day: [{rule, result}]
  eligibility jsonb not null,
  override_reason text,
  enrolled_by uuid not null references person (id),
  enrolled_at timestamptz(3) not null,
  end_reason text check (end_reason in
    ('goals_met', 'agreed_end', 'age_limit', 'moved', 'withdrew', 'untraceable', 'transferred', 'deceased')),
  end_note text,
  version int not null default 1,
  constraint enrolment_never_twice
    exclude using gist (household_id with =, programme_id with =, daterange(since, until) with &&),
  constraint enrolment_ended_on_a_day check (end_reason is null or until is not null)
);
create index enrolment_by_household on enrolment (household_id, since);
create index enrolment_by_programme on enrolment (programme_id, since);

-- Every state a household was in, by its days: what the indicators count. The newest of a day is that day's.
create table status_change (
  id bigint generated always as identity primary key,
  household_id uuid not null references household (id),
  on_day date not null,
  -- null: taken in
  from_status text check (from_status in ('reported', 'screening', 'enrolled', 'suspended', 'closed')),
  to_status text not null check (to_status in ('reported', 'screening', 'enrolled', 'suspended', 'closed')),
  reason text not null,
  closure text check (closure in
    ('goals_met', 'agreed_end', 'age_limit', 'moved', 'withdrew', 'untraceable', 'transferred', 'deceased')),
  -- When a suspension is looked at again.
  review_on date check (review_on > on_day),
  changed_by uuid not null references person (id),
  constraint status_change_closure_when_closed check (closure is null or to_status = 'closed'),
  constraint status_change_review_when_suspended check (review_on is null or to_status = 'suspended')
);
create index status_change_by_household on status_change (household_id, on_day, id);

-- B4: a person is in a team once at a time, with the dates of each time.
alter table team_membership add constraint team_membership_never_twice
  exclude using gist (household_id with =, person_id with =, daterange(since, until) with &&);

-- Households of before this table: taken in, then what the log tells.
insert into status_change (household_id, on_day, from_status, to_status, reason, changed_by)
  select id, opened_on, null, 'screening', '', opened_by from household order by opened_on, id;
insert into status_change (household_id, on_day, from_status, to_status, reason, changed_by)
  select activity.household_id, (activity.at at time zone 'Europe/Rome')::date, event ->> 'from', event ->> 'to',
    event ->> 'reason', activity.actor_id
  from activity join household on household.id = activity.household_id
  where activity.kind = 'household.status-changed' and activity.actor_id is not null
  order by activity.seq;
