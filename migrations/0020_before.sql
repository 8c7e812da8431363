-- The conference before it is held: who comes, what invitations were sent, templates of one's own, and calendars that follow.

-- X1: how often the invitation has changed (RFC 5545, SEQUENCE), and when the conference last did.
alter table conference
  add column invitation_sequence int not null default 0 check (invitation_sequence >= 0),
  add column changed_at timestamptz(3) not null default now();
alter table conference alter column changed_at drop default;

-- Whoever is asked says whether they come. An answer belongs to the hour it was given for: another hour is asked anew.
create table conference_reply (
  conference_id uuid not null references conference (id),
  person_id uuid not null references person (id),
  reply text not null check (reply in ('coming', 'online', 'not_coming')),
  words text not null check (length(words) <= 300),
  for_start timestamptz(3) not null,
  replied_at timestamptz(3) not null,
  primary key (conference_id, person_id)
);

-- X23: agendas the network keeps for itself, beside those every Trama comes with.
create table conference_template (
  id uuid primary key,
  kind text not null check (kind in ('initial', 'review', 'emergency', 'lead_handover', 'closure')),
  name text not null,
  minutes_long int not null check (minutes_long between 5 and 600),
  points jsonb not null,
  version int not null default 1,
  changed_by uuid not null references person (id),
  changed_at timestamptz(3) not null,
  withdrawn_at timestamptz(3)
);

-- X22: a secret address that answers one person's calendar. Without a row there is none.
create table calendar_feed (
  person_id uuid primary key references person (id),
  -- sha-256 of the token, told once to whoever makes it
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  made_at timestamptz(3) not null,
  -- sha-256 of what was answered last, and since when it is the same: for Last-Modified
  answer_hash bytea check (octet_length(answer_hash) = 32),
  answer_since timestamptz(3),
  constraint calendar_feed_answer_has_its_moment check ((answer_hash is null) = (answer_since is null))
);
