-- A commit of updates locks one row per document and nothing else: what it compares stands in that row.

-- The household's access epoch, copied: whoever commits an update has this row's lock already, and reads the newest.
alter table document add column access_epoch integer;
update document set access_epoch = household.access_epoch from household where household.id = document.household_id;
alter table document alter column access_epoch set not null;

-- `head_seq` is raised with every commit: room in the page keeps the new row version beside the old, without touching indexes.
alter table document set (fillfactor = 50);

create function take_access_epoch() returns trigger language plpgsql as $$
begin
  -- Shared: a change of access that is under way comes first, and this document then begins after it.
  select access_epoch into strict new.access_epoch from household where id = new.household_id for share;
  return new;
end $$;
create trigger document_takes_access_epoch before insert on document
  for each row execute function take_access_epoch();

create function pass_on_access_epoch() returns trigger language plpgsql as $$
begin
  -- In the order in which commits lock, so that the two can't deadlock.
  perform 1 from document where household_id = new.id order by id for update;
  update document set access_epoch = new.access_epoch where household_id = new.id;
  return null;
end $$;
create trigger household_passes_on_access_epoch after update of access_epoch on household
  for each row when (old.access_epoch is distinct from new.access_epoch) execute function pass_on_access_epoch();

-- Checked for every row they doubled the cost of a commit. The commit holds the document's lock and has compared its
-- authors with the table of persons; `npm run check-documents` looks at what is stored.
alter table document_update
  drop constraint document_update_document_id_fkey,
  drop constraint document_update_author_id_fkey;
-- What the first of them also did.
create function forget_document() returns trigger language plpgsql as $$
begin
  delete from document_update where document_id = old.id;
  return null;
end $$;
create trigger document_forgets_updates after delete on document
  for each row execute function forget_document();
