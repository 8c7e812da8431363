-- Who works together: bodies, the people who sign in, their sessions, and the invitations accounts begin with.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- Words as people type them: without capitals and accents. unaccent() alone is only "stable", because its dictionary
-- could change; ours never does, so an index may rely on it.
create function plain(words text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, words));

create table body (
  id uuid primary key,
  name text not null,
  kind text not null,
  sector text not null,
  public boolean not null,
  district smallint,
  area text,
  languages text[] not null default '{}',
  resources text[] not null default '{}',
  description text not null default '',
  email text,
  phone text,
  hours text,
  -- a shelter whose address is secret: in no directory, no search, no list
  concealed boolean not null default false,
  created_at timestamptz(3) not null,
  -- out of the directory; what was done with it stays
  closed_at timestamptz(3),
  constraint body_name_is_written check (length(trim(name)) >= 2),
  constraint body_district_is_of_turin check (district between 1 and 8)
);
create index body_by_words on body using gin (plain(name || ' ' || coalesce(area, '') || ' ' || description) gin_trgm_ops);
create index body_by_sector on body (sector) where closed_at is null;

create table person (
  id uuid primary key,
  email text not null,
  name text not null,
  function text not null,
  body_id uuid references body (id),
  title text not null default '',
  languages text[] not null default '{}',
  screen_language text not null,
  -- the household a family account belongs to; 0003 makes it a foreign key
  household_id uuid,
  -- argon2id in its own text form; null for an account that can't sign in by password
  password_hash text,
  -- a closed account: it can't sign in, its name stays where it acted
  active boolean not null default true,
  -- steps whenever this person may see or write other things than before: the sync log locks this row at commit
  access_epoch integer not null default 0,
  created_at timestamptz(3) not null,
  constraint person_name_is_written check (length(trim(name)) >= 2),
  constraint person_email_is_lower check (email = lower(email)),
  constraint person_family_has_household check ((function = 'family') = (household_id is not null)),
  constraint person_family_has_no_body check (function <> 'family' or body_id is null)
);
create unique index person_email_is_unique on person (lower(email));
create index person_by_body on person (body_id) where active;
create index person_by_household on person (household_id) where household_id is not null;
create index person_by_words on person using gin (plain(name || ' ' || title) gin_trgm_ops);

create table session (
  -- sha-256 of the session's id: whoever reads this table can't sign in with it
  id_hash bytea primary key,
  person_id uuid not null references person (id) on delete cascade,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null,
  constraint session_id_is_hashed check (octet_length(id_hash) = 32)
);
create index session_by_person on session (person_id);
create index session_by_end on session (expires_at);

create table invitation (
  id uuid primary key,
  -- sha-256 of the link's token, told once to whoever invites
  token_hash bytea not null,
  email text not null,
  name text not null,
  function text not null,
  body_id uuid references body (id),
  title text not null default '',
  screen_language text not null,
  -- null: the first start's own, for the first administrator
  invited_by uuid references person (id),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  accepted_by uuid references person (id),
  withdrawn_at timestamptz(3),
  constraint invitation_token_is_hashed check (octet_length(token_hash) = 32),
  constraint invitation_ends_later check (expires_at > created_at),
  constraint invitation_ends_once check (accepted_at is null or withdrawn_at is null),
  constraint invitation_accepted_by_someone check ((accepted_at is null) = (accepted_by is null)),
  constraint invitation_makes_no_family check (function <> 'family')
);
create unique index invitation_token_is_unique on invitation (token_hash);
create index invitation_by_time on invitation (created_at desc);
