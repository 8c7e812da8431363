-- Numbers and large networks: who sees a household, found from the person; what indicators are counted from.

-- The same rows as before (0003), in a form in which every branch is looked up from the person: who consents to a
-- partner's body was gathered for the whole network first.
create or replace view household_reader as
  select household_id, person_id, true as sees_case from tutor_tenure where until is null
  union all
  select household_id, person_id, true from lead_tenure where until is null
  union all
  select household_id, person_id, true from team_membership
    where until is null and role in ('social', 'health', 'education', 'mediator', 'protection')
  union all
  select membership.household_id, membership.person_id, true
    from team_membership membership
    join person on person.id = membership.person_id
    join consent on consent.household_id = membership.household_id and consent.withdrawn_on is null
    join consent_body on consent_body.consent_id = consent.id and consent_body.body_id = person.body_id
    where membership.until is null and membership.role = 'partner'
  union all
  select lead_proposal.household_id, person.id, false
    from lead_proposal join person
      on person.body_id = lead_proposal.body_id and person.function in ('social', 'health', 'education')
    where lead_proposal.state = 'waiting'
  union all
  select household_id, id, false from person where function = 'family' and household_id is not null;

-- What the indicators count, one row per household that had been taken in by the end of a day, as things stood on that
-- day: states, situations, tenures and births by their dates, never today's passed off as then's. District is today's:
-- moving house isn't dated. A situation that nobody recorded is unknown.
create function household_facts_on(as_of date) returns table (
  household_id uuid,
  district int,
  -- where the day's tutor works
  desk_id uuid,
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
  pregnant boolean,
  lead_sector text,
  -- when it was taken in: the week of the pregnancy, or else the age in days of the youngest child
  intake_week int,
  intake_age_days int
) language sql stable parallel safe
  begin atomic
  with state as (
    select distinct on (change.household_id) change.household_id, change.to_status
      from status_change change where change.on_day <= as_of
      order by change.household_id, change.on_day desc, change.id desc
  ), past as (
    select change.household_id, bool_or(change.to_status in ('enrolled', 'suspended')) as was_in_care,
        bool_or(change.to_status <> 'reported') as taken_in
      from status_change change where change.on_day <= as_of group by change.household_id
  ), known as (
    select distinct on (situation.household_id) situation.household_id, situation.severe_poverty,
        situation.migrant_background, situation.work
      from situation where situation.on_day <= as_of
      order by situation.household_id, situation.on_day desc
  ), family as (
    select member.household_id,
        count(*) filter (where child and here and birth > as_of - interval '18 years') as minors,
        count(*) filter (where child and here and birth is null) as undated_children,
        bool_or(child and here and birth > as_of - interval '2 years') as child_under_two,
        coalesce(bool_or(lmp <= as_of and (ended_on is null or ended_on > as_of) and here), false) as pregnant,
        max(floor((opened_on - lmp) / 7.0))
          filter (where lmp <= opened_on and (ended_on is null or ended_on > opened_on)) as intake_week,
        min(opened_on - birth)
          filter (where child and birth <= opened_on and birth > opened_on - interval '2 years') as intake_age_days
      from (
        select member.household_id, member.birth, household.opened_on, member.relation = 'child' as child,
            (member.left_on is null or member.left_on > as_of) and (member.birth is null or member.birth <= as_of) as here,
            coalesce((pregnancy ->> 'lmp')::date, (pregnancy ->> 'dueDate')::date - 280) as lmp,
            (pregnancy -> 'ended' ->> 'on')::date as ended_on
          from member join household on household.id = member.household_id
      ) member group by member.household_id
  )
  select household.id, household.district, worker.body_id, state.to_status in ('enrolled', 'suspended'),
      past.was_in_care, coalesce(known.severe_poverty, 'unknown'), coalesce(known.migrant_background, 'unknown'),
      coalesce(known.work, 'unknown'), family.minors::int, family.undated_children::int,
      coalesce(family.child_under_two, false), family.pregnant, service.sector, family.intake_week::int,
      case when family.intake_week is null then family.intake_age_days end
    from household
    join past on past.household_id = household.id and past.taken_in
    join state on state.household_id = household.id
    join family on family.household_id = household.id
    left join known on known.household_id = household.id
    left join tutor_tenure tutor on tutor.household_id = household.id
      and tutor.since <= as_of and (tutor.until is null or tutor.until > as_of)
    left join person worker on worker.id = tutor.person_id
    left join lead_tenure lead on lead.household_id = household.id
      and lead.since < ((as_of + 1)::timestamp at time zone 'Europe/Rome')
      and (lead.until is null or lead.until >= ((as_of + 1)::timestamp at time zone 'Europe/Rome'))
    left join body service on service.id = lead.body_id;
  end;
