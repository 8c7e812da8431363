-- Large networks: the facts that indicators count are kept by the server between two questions, and only the households
-- of which something was written since are looked at again.

drop function household_facts_on(date);

-- What the indicators count, one row per household that had been taken in by the end of a day, as things stood on that
-- day: states, situations, tenures and births by their dates, never today's passed off as then's. District is today's:
-- moving house isn't dated. A situation that nobody recorded is unknown. Every part is grouped by the household alone, so
-- that a condition on household_id reaches each of them and finds one household by its indexes.
create function household_facts_on(as_of date) returns table (
  household_id uuid,
  district int,
  -- where the day's tutor works
  desk_id uuid,
  -- of the day, in order
  programmes uuid[],
  in_care boolean,
  -- ever enrolled, then or before
  was_in_care boolean,
  severe_poverty text,
  migrant_background text,
  work text,
  minors int,
  -- children of whom no birth day is known
  undated_children int,
  child_under_two boolean,
  lead_sector text,
  -- How early it came (B12), by the dates known today: the day it was reported, or else taken in, pregnancies
  -- [{lmp, dueDate, ended}], the due date that was reported, and children's births, with those reported.
  came_on date,
  pregnancies jsonb,
  reported_due date,
  births text[]
) language sql stable parallel safe
  begin atomic
  with past as (
    select change.household_id,
        (array_agg(change.to_status order by change.on_day desc, change.id desc))[1] as status,
        bool_or(change.to_status in ('enrolled', 'suspended')) as was_in_care,
        bool_or(change.to_status <> 'reported') as taken_in
      from status_change change where change.on_day <= as_of group by change.household_id
  ), known as (
    select distinct on (situation.household_id) situation.household_id, situation.severe_poverty,
        situation.migrant_background, situation.work
      from situation where situation.on_day <= as_of
      order by situation.household_id, situation.on_day desc
  ), family as (
    select member.household_id,
        count(*) filter (where here and birth > as_of - interval '18 years') as minors,
        count(*) filter (where here and birth is null) as undated_children,
        bool_or(here and birth > as_of - interval '2 years') as child_under_two,
        array_agg(birth::text) filter (where relation = 'child' and birth is not null) as births,
        jsonb_agg(pregnancy order by position) filter (where pregnancy is not null) as pregnancies
      from (
        select member.household_id, member.birth, member.relation, member.pregnancy, member.position,
            member.relation = 'child' and (member.left_on is null or member.left_on > as_of)
              and (member.birth is null or member.birth <= as_of) as here
          from member
      ) member group by member.household_id
  ), programme as (
    select enrolment.household_id, array_agg(distinct enrolment.programme_id) as ids
      from enrolment where enrolment.since <= as_of and (enrolment.until is null or enrolment.until > as_of)
      group by enrolment.household_id
  )
  select household.id, household.district, worker.body_id, coalesce(programme.ids, '{}'),
      past.status in ('enrolled', 'suspended'), past.was_in_care, coalesce(known.severe_poverty, 'unknown'),
      coalesce(known.migrant_background, 'unknown'), coalesce(known.work, 'unknown'), family.minors::int,
      family.undated_children::int, coalesce(family.child_under_two, false), service.sector,
      coalesce((report.received_at at time zone 'Europe/Rome')::date, household.opened_on), family.pregnancies,
      (report.content ->> 'dueDate')::date,
      coalesce(family.births, '{}') || case when jsonb_array_length(report.content -> 'children') > 0 then array(
        select child ->> 'birth' from jsonb_array_elements(report.content -> 'children') child
        where child ->> 'birth' is not null) else '{}' end
    from household
    join past on past.household_id = household.id and past.taken_in
    join family on family.household_id = household.id
    left join known on known.household_id = household.id
    left join programme on programme.household_id = household.id
    left join report on report.household_id = household.id
    left join tutor_tenure tutor on tutor.household_id = household.id
      and tutor.since <= as_of and (tutor.until is null or tutor.until > as_of)
    left join person worker on worker.id = tutor.person_id
    left join lead_tenure lead on lead.household_id = household.id
      and lead.since < ((as_of + 1)::timestamp at time zone 'Europe/Rome')
      and (lead.until is null or lead.until >= ((as_of + 1)::timestamp at time zone 'Europe/Rome'))
    left join body service on service.id = lead.body_id;
  end;

-- Of which households a transaction wrote something that is counted. Whoever keeps what it counted under a snapshot asks
-- for those of transactions that the snapshot didn't see. Kept by the triggers below, so that it holds whoever writes.
-- The household of zeros stands for all. Rows of more than two days ago are deleted: nobody keeps a count so long.
create table facts_touched (
  xid xid8 not null default pg_current_xact_id(),
  household_id uuid not null,
  at timestamptz(3) not null default now(),
  primary key (xid, household_id)
);

create function touch_facts() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' and old.household_id is not null then
    insert into facts_touched (household_id) values (old.household_id) on conflict do nothing;
  end if;
  if tg_op <> 'DELETE' and new.household_id is not null then
    insert into facts_touched (household_id) values (new.household_id) on conflict do nothing;
  end if;
  return null;
end $$;

create function touch_facts_of_household() returns trigger language plpgsql as $$
begin
  insert into facts_touched (household_id) values (case tg_op when 'DELETE' then old.id else new.id end)
    on conflict do nothing;
  return null;
end $$;

-- Where somebody works and of which sector a body is stands in the facts of many households.
create function touch_facts_of_all() returns trigger language plpgsql as $$
begin
  insert into facts_touched (household_id) values ('00000000-0000-0000-0000-000000000000') on conflict do nothing;
  return null;
end $$;

do $$
declare
  name text;
begin
  foreach name in array array['status_change', 'situation', 'member', 'tutor_tenure', 'lead_tenure', 'enrolment', 'report'] loop
    execute format(
      'create trigger facts_are_touched after insert or update or delete on %I for each row execute function touch_facts()',
      name);
  end loop;
end $$;
create trigger facts_are_touched after insert or update of district, opened_on or delete on household
  for each row execute function touch_facts_of_household();
create trigger facts_are_touched after update of body_id on person
  for each row when (old.body_id is distinct from new.body_id) execute function touch_facts_of_all();
create trigger facts_are_touched after update of sector on body
  for each row when (old.sector is distinct from new.sector) execute function touch_facts_of_all();
