-- The network map over time: named pictures of it, and the ties that are to be looked at again.

-- B10: the document as it was committed at that moment. The rows of the log after `seq` lead on from here to other days.
create table map_snapshot (
  id uuid primary key,
  household_id uuid not null references household (id),
  document_id uuid not null references document (id) on delete cascade,
  epoch int not null,
  seq bigint not null,
  bytes bytea not null,
  label text not null check (length(label) between 1 and 80),
  taken_on date not null,
  taken_at timestamptz(3) not null,
  taken_by uuid not null references person (id)
);
create index map_snapshot_by_household on map_snapshot (household_id, taken_at);

-- A document is rebuilt to erase what somebody wrote: pictures of before would still hold it.
create function forget_map_snapshots() returns trigger language plpgsql as $$
begin
  delete from map_snapshot where document_id = new.id;
  return null;
end $$;
create trigger document_forgets_map_snapshots after update of epoch on document
  for each row when (old.epoch is distinct from new.epoch) execute function forget_map_snapshots();

-- B11: what the maps say of reviews, as last read by the rule that makes tasks of them.
create table tie_review (
  household_id uuid not null references household (id),
  tie text not null,
  -- The place at the tie's other end, as the map calls it.
  whom text not null,
  review date not null,
  primary key (household_id, tie)
);
create index tie_review_by_day on tie_review (review);

-- Up to where each map was read.
create table tie_review_reading (
  document_id uuid primary key references document (id) on delete cascade,
  household_id uuid not null references household (id),
  epoch int not null,
  seq bigint not null
);

-- One task for one date of one tie, whatever happens to the task.
create table tie_review_task (
  household_id uuid not null references household (id),
  tie text not null,
  review date not null,
  task_id uuid not null references task (id),
  primary key (household_id, tie, review)
);
