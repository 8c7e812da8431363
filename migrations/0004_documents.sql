-- Shared documents as logs of Yjs updates: truth is these rows, rooms are their memory.

create table document (
  id uuid primary key,
  household_id uuid not null references household (id),
  kind text not null,
  -- Minutes belong to a conference, other documents to the household.
  conference_id uuid unique,
  -- Raised when the document is rebuilt (after an erasure): replicas of an older epoch must be dropped.
  epoch integer not null default 1,
  -- shared/documents/kinds.ts schemaVersion at creation.
  schema_version integer not null,
  -- The seq of the newest row of document_update. Raised under this row's lock, so seqs have no holes and become visible in order.
  head_seq bigint not null,
  created_at timestamptz(3) not null default now(),
  check ((kind = 'minutes') = (conference_id is not null))
);

create index document_household on document (household_id);
create unique index document_one_of_a_kind on document (household_id, kind) where kind not in ('minutes', 'inclusion-pact');

-- What one person wrote in one commit: several small updates merged. `author_id` is null for what the server itself wrote.
create table document_update (
  document_id uuid not null references document (id) on delete cascade,
  seq bigint not null,
  author_id uuid references person (id),
  bytes bytea not null,
  sha256 bytea not null,
  committed_at timestamptz(3) not null default clock_timestamp(),
  primary key (document_id, seq)
);

-- All rows up to `seq` as one update; rows behind the history window may then be deleted.
create table document_snapshot (
  document_id uuid primary key references document (id) on delete cascade,
  seq bigint not null,
  bytes bytea not null,
  sha256 bytea not null,
  made_at timestamptz(3) not null default clock_timestamp()
);

-- Whose a Yjs client id is: the first writer's for ever. `person_id` is null for ids the server seeded with.
create table document_client (
  document_id uuid not null references document (id) on delete cascade,
  client_id bigint not null,
  person_id uuid references person (id),
  primary key (document_id, client_id)
);
