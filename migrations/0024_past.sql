-- X19: the past of documents: from where on it is kept, and the versions that were given a name.

-- The state that stands before the oldest row that is kept. Without one the rows begin with the document itself.
create table document_beginning (
  document_id uuid primary key references document (id) on delete cascade,
  epoch integer not null,
  -- The last row that is in it: the next one is kept.
  seq bigint not null,
  -- Why nothing older is kept: it has left the history window, or the document was written anew.
  why text not null check (why in ('window', 'rebuilt')),
  bytes bytea not null,
  sha256 bytea not null,
  at timestamptz(3) not null default clock_timestamp()
);

-- Documents that have lost rows already: their past begins with the snapshot they have.
insert into document_beginning (document_id, epoch, seq, why, bytes, sha256, at)
select document.id, document.epoch, snapshot.seq, case when document.epoch > 1 then 'rebuilt' else 'window' end,
  snapshot.bytes, snapshot.sha256, snapshot.made_at
from document join document_snapshot snapshot on snapshot.document_id = document.id
where not exists (select from document_update where document_id = document.id and seq = 1);

-- A version is a seq of the log. It gets bytes of its own when the rows it is read from leave the history window.
create table document_version (
  id uuid primary key,
  document_id uuid not null references document (id) on delete cascade,
  epoch integer not null,
  seq bigint not null,
  kind text not null check (kind in
    ('named', 'before-restoring', 'conference-held', 'minutes-frozen', 'pact-proposed', 'pact-signed')),
  label text check (length(label) between 1 and 80),
  bytes bytea,
  sha256 bytea,
  at timestamptz(3) not null default now(),
  -- Null: the server kept it by a rule.
  by uuid references person (id),
  constraint document_version_is_named check ((kind = 'named') = (label is not null)),
  constraint document_version_bytes_have_hash check ((bytes is null) = (sha256 is null))
);
create index document_version_by_document on document_version (document_id, seq);
create unique index document_version_by_rule on document_version (document_id, epoch, seq, kind) where by is null;

-- X13: a document is rebuilt to erase what somebody wrote; whatever holds its past goes with it.
create function forget_document_past() returns trigger language plpgsql as $$
begin
  delete from document_version where document_id = new.id;
  delete from document_beginning where document_id = new.id;
  return null;
end $$;
create trigger document_forgets_past after update of epoch on document
  for each row when (old.epoch is distinct from new.epoch) execute function forget_document_past();

create function keep_version_by_rule(of_document uuid, of_kind text) returns void language sql as $$
  insert into document_version (id, document_id, epoch, seq, kind)
  select gen_random_uuid(), id, epoch, head_seq, of_kind from document where id = of_document
  on conflict do nothing
$$;

-- A conference that was held: the plan and the map as it left them. Frozen minutes: as they were signed for.
create function keep_versions_of_conference() returns trigger language plpgsql as $$
begin
  if new.status = 'held' then
    perform keep_version_by_rule(id, 'conference-held') from document
    where household_id = new.household_id and kind in ('care-plan', 'network-map');
  elsif new.status = 'frozen' then
    perform keep_version_by_rule(new.minutes_id, 'minutes-frozen');
  end if;
  return null;
end $$;
create trigger conference_keeps_versions after update of status on conference
  for each row when (old.status is distinct from new.status) execute function keep_versions_of_conference();

create function keep_versions_of_pact() returns trigger language plpgsql as $$
begin
  perform keep_version_by_rule(new.document_id, 'pact-' || new.status);
  return null;
end $$;
create trigger pact_keeps_versions after update of status on pact
  for each row when (old.status is distinct from new.status and new.status in ('proposed', 'signed'))
  execute function keep_versions_of_pact();
