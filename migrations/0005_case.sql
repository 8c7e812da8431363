-- The case: goals, tasks, referrals and conferences. Their words stand in documents, their state stands here.

-- The same id names the goal's block in the plan. Title and in_text follow the text.
create table goal (
  id uuid primary key,
  household_id uuid not null references household (id),
  title text not null,
  "right" text not null check ("right" in
    ('health', 'education', 'protection', 'parenthood', 'home', 'work', 'identity')),
  dimension text,
  aim text,
  objective text,
  mode text,
  beneficiary_id uuid references member (id),
  baseline text not null,
  expected_result text not null,
  measure text not null,
  responsible_id uuid references person (id),
  due date,
  status text not null check (status in
    ('proposed', 'agreed', 'active', 'suspended', 'achieved', 'partly', 'not_achieved', 'dropped')),
  status_since timestamptz(3) not null,
  in_text boolean not null default true,
  proposed_by uuid not null references person (id),
  proposed_at timestamptz(3) not null,
  version int not null default 1
);
create index goal_by_household on goal (household_id);

create table goal_progress (
  id bigint generated always as identity primary key,
  goal_id uuid not null references goal (id),
  rated_on date not null,
  rating int not null check (rating between 1 and 5),
  note text not null,
  rated_by uuid not null references person (id)
);
create index goal_progress_by_goal on goal_progress (goal_id, rated_on, id);

create table task (
  id uuid primary key,
  household_id uuid not null references household (id),
  title text not null,
  owner_id uuid not null references person (id),
  assigned_by uuid not null references person (id),
  status text not null check (status in
    ('assigned', 'accepted', 'declined', 'in_progress', 'blocked', 'done', 'cancelled')),
  -- Why it was declined, blocked or cancelled.
  reason text,
  due date,
  -- When it was brought to the regia; null again when the due day or the owner changes.
  escalated_at timestamptz(3),
  source jsonb not null,
  goal_id uuid references goal (id),
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  version int not null default 1
);
create index task_by_household on task (household_id);
create index task_by_owner on task (owner_id);
create index task_by_assigner on task (assigned_by);
create index task_to_escalate on task (due)
  where escalated_at is null and status not in ('declined', 'done', 'cancelled');

create table referral (
  id uuid primary key,
  household_id uuid not null references household (id),
  "right" text not null,
  service text not null,
  body_id uuid not null references body (id),
  member_id uuid references member (id),
  goal_id uuid references goal (id),
  note text not null,
  requested_by uuid not null references person (id),
  requested_on date not null,
  status text not null check (status in ('draft', 'requested', 'accepted', 'rejected', 'in_progress', 'on_hold',
    'completed', 'cancelled', 'failed')),
  outcome text check (outcome in ('attended', 'no_show', 'waiting_list', 'ineligible', 'refused', 'unresolved')),
  changed_at timestamptz(3) not null,
  version int not null default 1,
  -- B9: a closed referral says how it ended; one on hold may say what it waits for.
  constraint referral_closes_with_outcome
    check (status not in ('rejected', 'completed', 'cancelled', 'failed') or outcome is not null),
  constraint referral_under_way_has_no_outcome
    check (outcome is null or status in ('rejected', 'completed', 'cancelled', 'failed', 'on_hold'))
);
create index referral_by_household on referral (household_id);

create table conference (
  id uuid primary key,
  household_id uuid not null references household (id),
  title text not null,
  start timestamptz(3) not null,
  minutes_long int not null check (minutes_long between 5 and 600),
  mode text not null check (mode in ('in_person', 'online', 'mixed')),
  place_id uuid references body (id),
  chair_id uuid not null references person (id),
  minute_taker_id uuid not null references person (id),
  agenda jsonb not null,
  family_invited boolean not null,
  status text not null check (status in ('planned', 'held', 'frozen', 'cancelled')),
  cancel_reason text,
  frozen_at timestamptz(3),
  -- Hex SHA-256 of the minutes' state when they were frozen.
  frozen_hash text,
  minutes_id uuid not null unique,
  scheduled_by uuid not null references person (id),
  version int not null default 1,
  check ((status = 'frozen') = (frozen_at is not null and frozen_hash is not null))
);
create index conference_by_household on conference (household_id, start);
create index conference_by_chair on conference (chair_id, start);
create index conference_by_minute_taker on conference (minute_taker_id, start);

create table conference_invitee (
  conference_id uuid not null references conference (id),
  person_id uuid not null references person (id),
  primary key (conference_id, person_id)
);
create index conference_invitee_by_person on conference_invitee (person_id);

-- A network of the demo that this database was filled with. One that was begun and not completed is loaded anew.
create table demo_network (
  name text primary key,
  begun_at timestamptz(3) not null default now(),
  completed_at timestamptz(3)
);
