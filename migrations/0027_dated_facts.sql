-- Numbers of any day as quick as today's: what is dated of each household is read once, and the server tells any day from it.

-- One row per household with at least one person. Every part is grouped by the household alone, so that a condition on
-- household_id reaches each of them and finds one household by its indexes. District is today's: moving house isn't dated.
create view household_dated as
  with status as (
    select household_id, json_agg(json_build_array(on_day, to_status) order by on_day, id) as steps
      from status_change group by household_id
  ), known as (
    select household_id,
        json_agg(json_build_array(on_day, severe_poverty, migrant_background, work) order by on_day) as steps
      from situation group by household_id
  ), family as (
    select household_id,
        json_agg(json_build_array(birth, left_on)) filter (where relation = 'child') as children,
        array_agg(birth::text) filter (where relation = 'child' and birth is not null) as births,
        jsonb_agg(pregnancy order by position) filter (where pregnancy is not null) as pregnancies
      from member group by household_id
  ), programme as (
    select household_id, json_agg(json_build_array(programme_id, since, until) order by programme_id) as stays
      from enrolment group by household_id
  ), tutor as (
    select tenure.household_id, json_agg(json_build_array(worker.body_id, tenure.since, tenure.until)) as stays
      from tutor_tenure tenure join person worker on worker.id = tenure.person_id group by tenure.household_id
  ), lead as (
    -- Whoever had it at the end of a day had it that day.
    select tenure.household_id, json_agg(json_build_array(service.sector,
        (tenure.since at time zone 'Europe/Rome')::date, (tenure.until at time zone 'Europe/Rome')::date)) as stays
      from lead_tenure tenure join body service on service.id = tenure.body_id group by tenure.household_id
  )
  select household.id as household_id, household.district, status.steps as statuses, known.steps as situations,
      family.children, programme.stays as programmes,
      -- where the tutor works
      tutor.stays as desks, lead.stays as lead_sectors,
      -- How early it came (B12), by the dates known today: the day it was reported, or else taken in, pregnancies
      -- [{lmp, dueDate, ended}], the due date that was reported, and children's births, with those reported.
      coalesce((report.received_at at time zone 'Europe/Rome')::date, household.opened_on) as came_on,
      family.pregnancies, (report.content ->> 'dueDate')::date as reported_due,
      coalesce(family.births, '{}') || case when jsonb_array_length(report.content -> 'children') > 0 then array(
        select child ->> 'birth' from jsonb_array_elements(report.content -> 'children') child
        where child ->> 'birth' is not null) else '{}' end as births
    from household
    join status on status.household_id = household.id
    join family on family.household_id = household.id
    left join known on known.household_id = household.id
    left join programme on programme.household_id = household.id
    left join tutor on tutor.household_id = household.id
    left join lead on lead.household_id = household.id
    left join report on report.household_id = household.id;

drop function household_facts_on(date);
