-- After a conference: its minutes are read through, frozen with who was there, signed, added to, and given to others.

-- X3. Minutes frozen before this were hashed as bytes of their document; since then the words and the attendance are, so
-- that the hash still holds when the document is written anew without changing a word.
alter table conference
  add column frozen_hash_of text check (frozen_hash_of in ('bytes', 'words')),
  -- Fewer were there than its quorum, and the chair said why it is frozen all the same.
  add column without_quorum text,
  -- When those who were there were last asked to sign.
  add column signatures_asked_at timestamptz(3);
update conference set frozen_hash_of = 'bytes' where frozen_hash is not null;
alter table conference add constraint conference_hash_says_of_what
  check ((frozen_hash is null) = (frozen_hash_of is null));

-- The chair asks everybody who was there to read, until a day.
create table minutes_reading (
  conference_id uuid primary key references conference (id),
  started_by uuid not null references person (id),
  started_at timestamptz(3) not null,
  until date not null
);

-- Who said "read, fine", of which state: the newest saying of each counts. The words themselves stay in the document.
create table minutes_reader (
  conference_id uuid not null references minutes_reading (conference_id),
  -- A person's id, or that of a member of the family to whom somebody read it.
  reader uuid not null,
  person_id uuid references person (id),
  member_id uuid references member (id),
  said_by uuid not null references person (id),
  at timestamptz(3) not null,
  epoch int not null,
  seq bigint not null,
  -- Hex SHA-256 of the words.
  hash text not null,
  primary key (conference_id, reader),
  constraint minutes_reader_is_one check (num_nonnulls(person_id, member_id) = 1
    and reader = coalesce(person_id, member_id) and (person_id is null or person_id = said_by))
);

create table minutes_remark (
  id uuid primary key,
  conference_id uuid not null references minutes_reading (conference_id),
  person_id uuid not null references person (id),
  -- The point of the agenda it is about; null: the whole.
  point_id text,
  text text not null,
  at timestamptz(3) not null,
  answer text,
  answered_by uuid references person (id),
  answered_at timestamptz(3),
  constraint minutes_remark_answer_is_somebodys
    check (num_nonnulls(answer, answered_by, answered_at) in (0, 3))
);
create index minutes_remark_by_conference on minutes_remark (conference_id, at);

-- Who was there, as the frozen minutes say: only those that a person confirmed. Name, function and body as they were.
create table conference_attendee (
  conference_id uuid not null references conference (id),
  -- The key of the line in the minutes: a person's or a member's id, or a guest's name.
  key text not null,
  position int not null,
  person_id uuid references person (id),
  member_id uuid references member (id),
  name text not null,
  function text,
  body text,
  place text check (place in ('room', 'online', 'phone')),
  primary key (conference_id, key),
  constraint conference_attendee_is_one check (num_nonnulls(person_id, member_id) <= 1)
);

-- Who was there answers for the frozen words: signed, with a dissent beside it where there is one, or refused with words.
create table minutes_signature (
  id uuid primary key,
  conference_id uuid not null,
  attendee text not null,
  answer text not null check (answer in ('signed', 'refused')),
  dissent boolean not null,
  words text,
  language text not null,
  hash text not null,
  -- Whoever signs with an account of their own; null for a member who signed on somebody's device.
  person_id uuid references person (id),
  device_of uuid references person (id),
  witness_id uuid references person (id),
  name text not null,
  function text,
  body text,
  signed_at timestamptz(3) not null,
  -- Hex SHA-256 of all this, which the log names too.
  seal text not null,
  -- Set when somebody who refused has signed after all.
  voided_at timestamptz(3),
  foreign key (conference_id, attendee) references conference_attendee (conference_id, key),
  constraint minutes_signature_is_somebodys check (num_nonnulls(person_id, device_of) = 1),
  constraint minutes_signature_device_has_witness check ((device_of is null) = (witness_id is null)),
  constraint minutes_signature_words check (words is not null or (answer = 'signed' and not dissent)),
  constraint minutes_signature_stays check (voided_at is null or answer = 'refused')
);
create unique index minutes_signature_once on minutes_signature (conference_id, attendee) where voided_at is null;

-- What is added to frozen minutes: each holds the hash of the one before, the first that of the minutes.
create table minutes_addendum (
  id uuid primary key,
  conference_id uuid not null references conference (id),
  number int not null check (number > 0),
  author_id uuid not null references person (id),
  name text not null,
  function text not null,
  body text,
  language text not null,
  text text not null check (length(text) between 1 and 8000),
  at timestamptz(3) not null,
  previous_hash text not null,
  hash text not null,
  unique (conference_id, number)
);

create table minutes_addendum_signature (
  addendum_id uuid not null references minutes_addendum (id),
  person_id uuid not null references person (id),
  name text not null,
  function text not null,
  body text,
  at timestamptz(3) not null,
  hash text not null,
  primary key (addendum_id, person_id)
);

-- Who was given frozen minutes: the team all of them, others some points.
create table minutes_distribution (
  id uuid primary key,
  conference_id uuid not null references conference (id),
  to_kind text not null check (to_kind in ('team', 'person', 'body', 'family')),
  to_body_id uuid references body (id),
  -- Points of the agenda; null: all of it.
  point_ids text[],
  sent_by uuid not null references person (id),
  sent_at timestamptz(3) not null,
  constraint minutes_distribution_team_has_all check ((to_kind = 'team') = (point_ids is null)),
  constraint minutes_distribution_names_body check ((to_kind = 'body') = (to_body_id is not null))
);
create index minutes_distribution_by_conference on minutes_distribution (conference_id, sent_at);

-- Everybody it was given to, by name; those of another body as long as they work there.
create table minutes_recipient (
  distribution_id uuid not null references minutes_distribution (id),
  person_id uuid not null references person (id),
  body_id uuid references body (id),
  opened_at timestamptz(3),
  primary key (distribution_id, person_id)
);
create index minutes_recipient_by_person on minutes_recipient (person_id);

-- B13: frozen minutes in plain words, in a language somebody of the family reads.
create table minutes_copy (
  conference_id uuid not null references conference (id),
  language text not null,
  text text not null,
  written_by uuid not null references person (id),
  written_at timestamptz(3) not null,
  primary key (conference_id, language)
);
