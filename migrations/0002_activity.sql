-- Everything that happened, one row each, never changed: the history people read, the audit, what the feed is made of.

create table activity (
  -- position: whole, increasing, without gaps, visible in order
  seq bigint primary key,
  at timestamptz(3) not null,
  -- null for what the server did by a rule; no foreign keys, because the log outlives what it tells of
  actor_id uuid,
  household_id uuid,
  kind text not null,
  event jsonb not null,
  -- a chain: each row carries the hash of the one before, so a row that was changed or taken out shows
  prev_hash bytea not null,
  hash bytea not null,
  constraint activity_seq_is_positive check (seq > 0),
  constraint activity_kind_is_the_events check (event ->> 'kind' = kind),
  constraint activity_hashes_are_sha256 check (octet_length(hash) = 32 and octet_length(prev_hash) = 32)
);
create index activity_of_household on activity (household_id, seq) where household_id is not null;
create index activity_by_actor on activity (actor_id, seq) where actor_id is not null;
create index activity_without_household on activity (seq) where household_id is null;

-- What a row's hash is made of. jsonb writes itself in one way only, and at is shown in UTC, so the same row always
-- gives the same bytes.
create function activity_hash(
  prev_hash bytea, seq bigint, at timestamptz, actor_id uuid, household_id uuid, event jsonb
) returns bytea
  language sql immutable parallel safe
  return sha256(prev_hash || convert_to(
    concat_ws(e'\n', seq::text, trunc(extract(epoch from at) * 1000)::text, coalesce(actor_id::text, '-'),
      coalesce(household_id::text, '-'), event::text), 'UTF8'));

-- Where a command writes what happened. It gets its position only when the transaction commits: positions then become
-- visible in order (a reader that saw 7 will never be shown a new 6), and the lock that orders them is held for the
-- commit alone, so no command waits for another's work and none can deadlock over it. Its rows never outlive their
-- transaction, so nothing of it needs to survive a crash.
create unlogged table activity_draft (
  id bigint generated always as identity primary key,
  at timestamptz(3) not null,
  actor_id uuid,
  household_id uuid,
  event jsonb not null
);

create function activity_take_position() returns trigger language plpgsql as $$
declare
  last activity;
  next_seq bigint;
  previous bytea;
begin
  perform pg_advisory_xact_lock(hashtext('activity'));
  -- a new statement, so a new snapshot: it sees what whoever held the lock before us committed
  select * into last from activity order by seq desc limit 1;
  next_seq := coalesce(last.seq, 0) + 1;
  previous := coalesce(last.hash, sha256('trama'));
  insert into activity (seq, at, actor_id, household_id, kind, event, prev_hash, hash)
  values (next_seq, new.at, new.actor_id, new.household_id, new.event ->> 'kind', new.event, previous,
    activity_hash(previous, next_seq, new.at, new.actor_id, new.household_id, new.event));
  delete from activity_draft where id = new.id;
  return null;
end $$;

create constraint trigger activity_draft_takes_position
  after insert on activity_draft deferrable initially deferred
  for each row execute function activity_take_position();

create function activity_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'activity is append-only: % refused', lower(tg_op) using errcode = 'integrity_constraint_violation';
end $$;

create trigger activity_is_append_only before update or delete or truncate on activity
  for each statement execute function activity_refuse_change();
