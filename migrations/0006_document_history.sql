-- A document can be rebuilt under a new epoch: then nobody may write under the client ids of the older ones, or a page
-- that still holds what was erased would bring it back. The ids stay, who had them is forgotten.
alter table document_client add column retired boolean not null default false;
alter table document_client add constraint document_client_retired_is_nobodys check (not retired or person_id is null);

-- A snapshot is read whole at every cold open, and its bytes are compact already.
alter table document_snapshot alter column bytes set storage external;

-- Once a day, rows past the history window are looked for; committed_at grows with the table, so this index stays tiny.
create index document_update_committed on document_update using brin (committed_at) with (pages_per_range = 32);
