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

-- Which households were in which state on a day: the log knows every step.
create index activity_status_changes on activity (household_id, at) where kind = 'household.status-changed';
