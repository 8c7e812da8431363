-- X1: guests of one conference, by a link. Whether a link works is worked out from the guest, her conference and the
-- household each time it is asked; nothing has to be switched off when one of them ends.
create table guest (
  id uuid primary key,
  conference_id uuid not null references conference (id),
  name text not null,
  role text not null,
  language text not null check (language in ('it', 'en', 'fr', 'ar')),
  -- whether the link went by letter; the address stands in that letter and nowhere else
  mailed boolean not null,
  hours_after int not null check (hours_after between 0 and 24),
  -- sha-256 of the link's token, told once
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  -- sha-256 of the cookie of the one browser that is let in, and until when it is at most
  session_hash bytea unique check (octet_length(session_hash) = 32),
  session_until timestamptz(3),
  invited_by uuid not null references person (id),
  invited_at timestamptz(3) not null,
  opened_at timestamptz(3),
  taken_off_by uuid references person (id),
  taken_off_at timestamptz(3),
  -- steps when her sockets must be asked again
  access_epoch int not null default 1,
  constraint guest_session_has_its_end check ((session_hash is null) = (session_until is null)),
  constraint guest_taken_off_by_somebody check ((taken_off_by is null) = (taken_off_at is null)),
  constraint guest_taken_off_has_no_session check (taken_off_at is null or session_hash is null)
);
create index guest_by_conference on guest (conference_id, invited_at);

-- A conference that ends or moves ends or moves what its guests may, whichever command changed it.
create function step_guests_of_conference() returns trigger language plpgsql as $$
begin
  update guest set access_epoch = access_epoch + 1 where conference_id = new.id;
  return null;
end $$;
create trigger conference_steps_its_guests
  after update of status, start, minutes_long on conference
  for each row when ((old.status, old.start, old.minutes_long) is distinct from (new.status, new.start, new.minutes_long))
  execute function step_guests_of_conference();

-- What a guest handed in for the minutes. Decided once.
create table guest_words (
  id uuid primary key,
  guest_id uuid not null references guest (id),
  text text not null check (char_length(text) between 1 and 2000),
  at timestamptz(3) not null,
  state text not null default 'waiting' check (state in ('waiting', 'taken', 'set-aside')),
  decided_by uuid references person (id),
  decided_at timestamptz(3),
  constraint guest_words_decided_by_somebody
    check ((state = 'waiting') = (decided_by is null) and (state = 'waiting') = (decided_at is null))
);
create index guest_words_by_guest on guest_words (guest_id, at);
