-- The door: registered senders, reports with their triage, what was found to be the same family, contacts and
-- practices at the desks.

create table sender (
  id uuid primary key,
  name text not null,
  kind text not null,
  body_id uuid references body (id),
  -- sha-256 of the key: whoever reads this table can't send in its name
  key_hash bytea not null unique check (octet_length(key_hash) = 32),
  added_by uuid not null references person (id),
  added_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_by uuid references person (id),
  check ((ended_at is null) = (ended_by is null)),
  check (kind <> 'woman_herself')
);

create sequence report_number start 1001;

create table report (
  id uuid primary key,
  number text not null unique default 'S-' || nextval('report_number'),
  -- Opens nothing but number, day and state, so it stands here as it is, and the call centre can tell it again.
  receipt_token text not null unique,
  sender_kind text not null check (sender_kind <> 'woman_herself'),
  sender_name text not null,
  sender_body_id uuid references body (id),
  sender_id uuid references sender (id),
  channel text not null check (channel in ('phone', 'form', 'api', 'email', 'desk', 'internal')),
  received_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  recorded_by uuid references person (id),
  subject text not null check (subject in ('lone_woman', 'pregnant', 'mother_with_children', 'other')),
  urgency text not null check (urgency in ('now', 'within_72h', 'ordinary')),
  -- Null once it turned out that the woman reported herself: nothing about her stays.
  content jsonb check ((content is null) = (outcome is not distinct from 'redirected')),
  outcome text check (outcome in ('information', 'consultancy', 'home_support', 'placement_search', 'forwarded',
    'merged', 'not_competent', 'redirected')),
  triage_note text not null default '',
  triage_grounds text check (triage_grounds in ('home_support_tried', 'emergency')),
  triage_body_id uuid references body (id),
  triaged_by uuid references person (id),
  triaged_at timestamptz(3),
  household_id uuid references household (id),
  taken_in_by uuid references person (id),
  taken_in_at timestamptz(3),
  version int not null default 1,
  -- Whoever wrote it down, or the sender's own key.
  check ((recorded_by is null) <> (sender_id is null)),
  check ((outcome is null) = (triaged_at is null) and (outcome is null) = (triaged_by is null)),
  -- D3
  check (outcome is distinct from 'placement_search' or triage_grounds is not null),
  check (outcome is distinct from 'forwarded' or triage_body_id is not null),
  check ((household_id is null) = (taken_in_at is null) and (household_id is null) = (taken_in_by is null)),
  check (household_id is null or outcome in ('home_support', 'placement_search', 'forwarded'))
);
-- A household is opened from one report, once.
create unique index report_opened_household on report (household_id) where household_id is not null;
create index report_waiting on report (received_at) where outcome is null;
create index report_triaged on report (triaged_at desc, id desc) where outcome is not null;
create index report_forwarded on report (triage_body_id) where outcome = 'forwarded' and household_id is null;
create index report_by_sender on report (sender_id) where sender_id is not null;
create index report_by_time on report (received_at);

-- A woman who called for herself: that it happened, in which month, and nothing else.
create table redirection (
  id uuid primary key,
  month date not null check (month = date_trunc('month', month))
);
create index redirection_by_month on redirection (month);

create table report_merge (
  id uuid primary key,
  report_id uuid not null references report (id),
  into_report_id uuid references report (id) check (into_report_id <> report_id),
  into_household_id uuid references household (id),
  reason text not null,
  merged_by uuid not null references person (id),
  merged_at timestamptz(3) not null,
  -- How the report's triage stood, to be put back.
  before jsonb not null,
  undone_by uuid references person (id),
  undone_at timestamptz(3),
  undone_reason text,
  check ((into_report_id is null) <> (into_household_id is null)),
  check ((undone_at is null) = (undone_by is null))
);
create unique index report_merge_one_standing on report_merge (report_id) where undone_at is null;
create index report_merge_by_report on report_merge (into_report_id) where undone_at is null;

-- Looked at and found to be somebody else.
create table candidate_dismissal (
  report_id uuid not null references report (id),
  other_id uuid not null,
  by_id uuid not null references person (id),
  at timestamptz(3) not null,
  primary key (report_id, other_id)
);

create table desk_contact (
  id uuid primary key,
  code text not null unique,
  language text,
  subject text not null check (subject in ('woman', 'pregnant', 'mother_with_children', 'couple', 'other')),
  logged_by uuid not null references person (id),
  last_at timestamptz(3) not null,
  household_id uuid references household (id),
  linked_by uuid references person (id),
  linked_at timestamptz(3),
  version int not null default 1,
  check ((household_id is null) = (linked_at is null) and (household_id is null) = (linked_by is null))
);
create index desk_contact_by_time on desk_contact (last_at desc, id desc);
create index desk_contact_by_household on desk_contact (household_id) where household_id is not null;

create table desk_contact_step (
  id uuid primary key,
  contact_id uuid not null references desk_contact (id),
  desk_id uuid not null references body (id),
  on_day date not null,
  topic text not null,
  outcome text not null check (outcome in ('done', 'appointment', 'oriented', 'to_continue', 'not_possible')),
  oriented_to uuid[] not null default '{}',
  by_id uuid not null references person (id),
  at timestamptz(3) not null
);
create index desk_contact_step_by_contact on desk_contact_step (contact_id, at);

create table practice (
  id uuid primary key,
  desk_id uuid not null references body (id),
  contact_id uuid references desk_contact (id),
  kind text not null,
  mode text not null check (mode in ('paper', 'online')),
  topic text not null,
  on_day date not null,
  outcome text not null check (outcome in ('done', 'appointment', 'oriented', 'pending', 'not_possible')),
  by_id uuid not null references person (id),
  at timestamptz(3) not null,
  version int not null default 1
);
create index practice_by_time on practice (at desc, id desc);
create index practice_by_contact on practice (contact_id) where contact_id is not null;
