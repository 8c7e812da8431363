-- What was written down wrongly is corrected or withdrawn by whoever may write it. What it said before stays.

-- D1: a report that was taken by phone or at a desk. Gone with the report's own words when the woman turns out to have
-- reported herself.
create table report_correction (
  report_id uuid not null references report (id),
  -- The version of the report that said this.
  version int not null,
  was jsonb not null,
  reason text not null,
  corrected_by uuid not null references person (id),
  corrected_at timestamptz(3) not null,
  primary key (report_id, version)
);

-- C12
alter table wellbeing add column version int not null default 1;
alter table wellbeing add column withdrawn_by uuid references person (id);
alter table wellbeing add column withdrawn_at timestamptz(3);
alter table wellbeing add column withdrawn_reason text;
alter table wellbeing add constraint wellbeing_withdrawn_whole check (
  (withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_reason is null));
-- A beginning that was withdrawn leaves room for the true one.
drop index wellbeing_begins_once;
create unique index wellbeing_begins_once on wellbeing (household_id) where moment = 'before' and withdrawn_at is null;

create table wellbeing_correction (
  wellbeing_id uuid not null references wellbeing (id),
  version int not null,
  was jsonb not null,
  reason text not null,
  corrected_by uuid not null references person (id),
  corrected_at timestamptz(3) not null,
  primary key (wellbeing_id, version)
);
