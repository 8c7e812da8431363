-- Mail that is due, what each person was told in the app, and how they want to hear of it.

-- A transactional outbox: a letter is posted in the transaction that makes it due, and sent after its commit.
create table letter (
  -- also in its Message-ID: the same letter sent twice after a crash is one letter to whoever receives it
  id uuid primary key,
  -- posting the same again under this name is no second letter
  once text unique,
  person_id uuid references person (id),
  -- somebody without an account, in this language
  address text,
  language text check (language in ('it', 'en', 'fr', 'ar')),
  template text not null,
  -- emptied when it is sent or given up: a link in it opens things
  data jsonb not null,
  attachments jsonb not null default '[]',
  posted_at timestamptz(3) not null default now(),
  due_at timestamptz(3) not null default now(),
  -- a node is sending it; another may take it over after this moment
  taken_until timestamptz(3),
  tries int not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'given_up', 'not_sent')),
  settled_at timestamptz(3),
  -- what the mail server last answered, or why nothing was sent
  reason text,
  constraint letter_to_one check ((person_id is null) <> (address is null)),
  constraint letter_address_has_language check ((address is null) = (language is null)),
  constraint letter_settled_when_not_waiting check ((state = 'waiting') = (settled_at is null))
);
create index letter_due on letter (due_at) where state = 'waiting';
create index letter_by_person on letter (person_id, posted_at desc);
create index letter_by_age on letter (posted_at);

-- What one person was told: a kind and ids, never words. Names are looked up for its reader when it is read.
create table notification (
  id uuid primary key,
  person_id uuid not null references person (id),
  household_id uuid references household (id),
  kind text not null,
  data jsonb not null,
  -- null: nobody did it
  actor_id uuid references person (id),
  at timestamptz(3) not null,
  -- what it is about: nobody is told the same twice, whichever node sees it first
  once text not null,
  read_at timestamptz(3),
  -- when a mail counted it
  mailed_at timestamptz(3),
  constraint notification_once unique (person_id, once)
);
create index notification_of_person on notification (person_id, at desc);
create index notification_unread on notification (person_id) where read_at is null;
create index notification_by_age on notification (at);

-- How far the activity log was read for notifications: one row. What happened before isn't news.
create table notification_cursor (
  only_one boolean primary key default true check (only_one),
  seq bigint not null
);
insert into notification_cursor (seq) select coalesce(max(seq), 0) from activity;

-- How much of a household somebody wants to hear. No row: what concerns them.
create table household_watch (
  person_id uuid not null references person (id),
  household_id uuid not null references household (id),
  level text not null check (level in ('everything', 'nothing')),
  primary key (person_id, household_id)
);
create index household_watch_by_household on household_watch (household_id) where level = 'everything';

-- How somebody wants mail about what they haven't read. No row: workers each morning, families never.
create table mail_setting (
  person_id uuid primary key references person (id),
  pace text not null check (pace in ('none', 'at_once', 'daily', 'weekly')),
  -- in Rome
  hour int not null check (hour between 0 and 23),
  -- the day of the weekly one, Monday is 1
  weekday int not null check (weekday between 1 and 7),
  -- opens one thing, without signing in: no more mail of this kind (RFC 8058)
  unsubscribe uuid not null unique default gen_random_uuid(),
  version int not null default 1
);

-- How often a person stands as a chip in a text, as far as they were told: only one more is news, so cut and pasted isn't.
create table person_chip (
  document_id uuid not null references document (id) on delete cascade,
  person_id uuid not null references person (id),
  count int not null,
  primary key (document_id, person_id)
);
