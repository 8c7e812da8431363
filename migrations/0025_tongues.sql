-- A6: a request for a mediator may be about a passage: the plan's or the minutes' document, and in the plan the
-- annotation that asks. The thread lives in the annotations' document, so its key is only where to look.
alter table mediation add column document_id uuid;
alter table mediation add column thread_key text check (length(thread_key) <= 80);
alter table mediation add constraint mediation_thread_in_document check (thread_key is null or document_id is not null);

-- Written: an answer or a translation in the text itself.
alter table mediation drop constraint mediation_mode_check;
alter table mediation add constraint mediation_mode_check check (mode in ('in_person', 'phone', 'online', 'written'));
