-- The loop of a referral, requests for a mediator, and the contacts with the family.

-- B9: the day an answer is expected by. A draft has none; whatever waits has one.
alter table referral add column answer_by date;
-- When it was brought to the regia because nobody had answered; null again when it is expected anew.
alter table referral add column escalated_at timestamptz(3);
update referral set answer_by = requested_on + 14 where status <> 'draft';
alter table referral add constraint referral_waits_until_a_day check (status = 'draft' or answer_by is not null);
create index referral_to_escalate on referral (answer_by)
  where escalated_at is null and status in ('requested', 'on_hold');

-- Every step a referral took, never changed. By a person of the team, or by the receiving body through its link.
create table referral_step (
  id bigint generated always as identity primary key,
  referral_id uuid not null references referral (id),
  at timestamptz(3) not null,
  status text not null check (status in ('draft', 'requested', 'accepted', 'rejected', 'in_progress', 'on_hold',
    'completed', 'cancelled', 'failed')),
  outcome text check (outcome in ('attended', 'no_show', 'waiting_list', 'ineligible', 'refused', 'unresolved')),
  note text not null,
  by_id uuid references person (id),
  by_body_id uuid references body (id),
  constraint referral_step_by_somebody check ((by_id is null) <> (by_body_id is null))
);
create index referral_step_by_referral on referral_step (referral_id, id);

-- The steps of before this table, as the log tells them.
insert into referral_step (referral_id, at, status, outcome, note, by_id)
  select referral.id, activity.at, coalesce(activity.event ->> 'to', 'requested'), activity.event ->> 'outcome', '',
    coalesce(activity.actor_id, referral.requested_by)
  from activity join referral on referral.id = (activity.event ->> 'referralId')::uuid
  where activity.kind in ('referral.requested', 'referral.status-changed')
  order by activity.seq;

-- A link for the receiving body, good for one answer.
create table referral_link (
  id uuid primary key,
  referral_id uuid not null references referral (id),
  -- sha-256 of the link's token, told once to whoever makes it
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  made_by uuid not null references person (id),
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null check (expires_at > made_at),
  used_at timestamptz(3),
  withdrawn_at timestamptz(3),
  constraint referral_link_ends_once check (used_at is null or withdrawn_at is null)
);
create unique index referral_link_one_open on referral_link (referral_id)
  where used_at is null and withdrawn_at is null;

-- A5: a request for a mediator. Nobody comes into the case before she has said yes herself.
create table mediation (
  id uuid primary key,
  household_id uuid not null references household (id),
  language text not null,
  aim text not null check (aim in ('entry_barrier', 'trust', 'retention')),
  mode text not null check (mode in ('in_person', 'phone', 'online')),
  -- When she is wanted; null: as soon as there is somebody.
  wanted_at timestamptz(3),
  place text not null,
  note text not null,
  requested_by uuid not null references person (id),
  requested_at timestamptz(3) not null,
  status text not null check (status in ('requested', 'assigned', 'accepted', 'done', 'cancelled')),
  mediator_id uuid references person (id),
  -- The coordination, or the mediator herself.
  assigned_by uuid references person (id),
  since timestamptz(3) not null,
  minutes int check (minutes between 1 and 1440),
  reached boolean,
  came_of text,
  cancel_reason text,
  version int not null default 1,
  constraint mediation_has_mediator check (status not in ('assigned', 'accepted', 'done') or mediator_id is not null),
  constraint mediation_waits_without check (status <> 'requested' or mediator_id is null),
  constraint mediation_done_says_what
    check ((status = 'done') = (minutes is not null and reached is not null and came_of is not null)),
  constraint mediation_cancelled_says_why check ((status = 'cancelled') = (cancel_reason is not null))
);
create index mediation_by_household on mediation (household_id, requested_at);
create index mediation_open on mediation (language) where status in ('requested', 'assigned', 'accepted');
create index mediation_by_mediator on mediation (mediator_id, status);

-- Who said no, and why: the request waits again, for others.
create table mediation_decline (
  id bigint generated always as identity primary key,
  mediation_id uuid not null references mediation (id),
  person_id uuid not null references person (id),
  at timestamptz(3) not null,
  reason text not null
);
create index mediation_decline_by_mediation on mediation_decline (mediation_id, id);

-- When a mediator is there. Whoever has no row is there.
create table mediator_availability (
  person_id uuid primary key references person (id),
  -- Away until this day, which is the first she is back.
  paused_until date,
  days text not null default '',
  districts int[] not null default '{}',
  note text not null default '',
  version int not null default 1
);

-- A7: contacts with the family, as those who had them tell.
create table contact (
  id uuid primary key,
  household_id uuid not null references household (id),
  on_day date not null,
  channel text not null check (channel in ('visit', 'service', 'phone', 'message', 'video', 'other')),
  reached boolean not null,
  note text not null,
  by_id uuid not null references person (id),
  recorded_at timestamptz(3) not null
);
create index contact_by_household on contact (household_id, on_day);

-- After how many days of silence somebody is asked to look: one row for the network, others for single households.
create table contact_interval (
  household_id uuid references household (id),
  days int not null check (days between 7 and 365),
  constraint contact_interval_once unique nulls not distinct (household_id)
);
insert into contact_interval (household_id, days) values (null, 30);

-- A silence that was noticed, with the one task it made, until a contact ends it.
create table drop_out_signal (
  id bigint generated always as identity primary key,
  household_id uuid not null references household (id),
  task_id uuid not null references task (id),
  raised_at timestamptz(3) not null,
  silent_since date not null,
  closed_at timestamptz(3),
  contact_id uuid references contact (id)
);
create unique index drop_out_signal_one_open on drop_out_signal (household_id) where closed_at is null;
create index drop_out_signal_by_household on drop_out_signal (household_id);
