-- Households, their members, and everything that decides who may see them: tutor, regia, team, consents, open zones.

create extension if not exists btree_gist;

create sequence household_code;

create table household (
  id uuid primary key,
  code text not null unique,
  name text not null,
  status text not null check (status in ('reported', 'screening', 'enrolled', 'suspended', 'closed')),
  status_reason text,
  district int check (district between 1 and 8),
  area text,
  languages text[] not null,
  opened_on date not null,
  opened_by uuid not null references person (id),
  -- Steps with every change of what somebody may see here; a document's writer is checked against it at commit.
  access_epoch int not null default 1,
  -- Rights under which the plan has words, as the projection read them last.
  rights_in_plan text[] not null default '{}'
);
-- The order of the list, and the key its pages go on from.
create index household_by_name on household (name, id);
create index household_by_status on household (status);

alter table person add constraint person_household foreign key (household_id) references household (id);

create table member (
  id uuid primary key,
  household_id uuid not null references household (id),
  name text not null,
  relation text not null check (relation in ('mother', 'father', 'partner', 'child', 'grandmother', 'other')),
  sex text not null check (sex in ('f', 'm')),
  birth date,
  index_person boolean not null,
  languages text[] not null,
  birth_country text,
  -- {lmp, dueDate, ended: {on, outcome} | null}; an unborn child is never a member.
  pregnancy jsonb,
  person_id uuid unique references person (id),
  left_on date,
  position int generated always as identity
);
create unique index member_one_index_person on member (household_id) where index_person;
create index member_by_household on member (household_id, position);

-- B1: exactly one active tutor, with history.
create table tutor_tenure (
  id bigint generated always as identity primary key,
  household_id uuid not null references household (id),
  person_id uuid not null references person (id),
  since date not null,
  until date check (until >= since),
  reason text not null,
  constraint tutor_tenure_never_two exclude using gist (household_id with =, daterange(since, until) with &&)
);
create unique index tutor_tenure_one_active on tutor_tenure (household_id) where until is null;
create index tutor_tenure_active_by_person on tutor_tenure (person_id) where until is null;
create index tutor_tenure_by_household on tutor_tenure (household_id);

-- B3: one proposal waits at a time.
create table lead_proposal (
  id uuid primary key,
  household_id uuid not null references household (id),
  from_body_id uuid references body (id),
  body_id uuid not null references body (id),
  person_id uuid not null references person (id),
  reason text not null,
  proposed_by uuid not null references person (id),
  proposed_at timestamptz(3) not null,
  state text not null check (state in ('waiting', 'accepted', 'declined', 'withdrawn')),
  answered_by uuid references person (id),
  answered_at timestamptz(3),
  answer_reason text,
  check ((state = 'waiting') = (answered_at is null)),
  check ((state = 'waiting') = (answered_by is null))
);
create unique index lead_proposal_one_waiting on lead_proposal (household_id) where state = 'waiting';
create index lead_proposal_by_household on lead_proposal (household_id, proposed_at);
create index lead_proposal_waiting_by_body on lead_proposal (body_id) where state = 'waiting';

-- B2: the regia, held by one public service and a named person in it; the next tenure starts the instant one ends.
create table lead_tenure (
  id bigint generated always as identity primary key,
  household_id uuid not null references household (id),
  proposal_id uuid not null unique references lead_proposal (id),
  body_id uuid not null references body (id),
  person_id uuid not null references person (id),
  since timestamptz(3) not null,
  until timestamptz(3) check (until >= since),
  reason text not null,
  proposed_by uuid not null references person (id),
  accepted_by uuid not null references person (id),
  constraint lead_tenure_never_two exclude using gist (household_id with =, tstzrange(since, until) with &&)
);
create unique index lead_tenure_one_active on lead_tenure (household_id) where until is null;
create index lead_tenure_active_by_person on lead_tenure (person_id) where until is null;
create index lead_tenure_by_household on lead_tenure (household_id);

-- B4: dated membership. Rows are ended, never deleted.
create table team_membership (
  id uuid primary key,
  household_id uuid not null references household (id),
  person_id uuid not null references person (id),
  role text not null check (role in
    ('tutor', 'mediator', 'social', 'health', 'education', 'protection', 'partner', 'volunteer')),
  since date not null,
  until date check (until >= since),
  reason text,
  ended_reason text,
  position int generated always as identity
);
create unique index team_membership_once on team_membership (household_id, person_id) where until is null;
create index team_membership_active_by_person on team_membership (person_id, household_id) where until is null;

create table consent (
  id uuid primary key,
  household_id uuid not null references household (id),
  member_id uuid not null references member (id),
  notice_version text not null,
  language text not null,
  mediator_id uuid references person (id),
  given_on date not null,
  withdrawn_on date check (withdrawn_on >= given_on),
  position int generated always as identity
);
create index consent_by_household on consent (household_id);

create table consent_body (
  consent_id uuid not null references consent (id),
  body_id uuid not null references body (id),
  primary key (consent_id, body_id)
);
create index consent_body_by_body on consent_body (body_id);

create table zone_grant (
  id bigint generated always as identity primary key,
  household_id uuid not null references household (id),
  person_id uuid not null references person (id),
  zone text not null check (zone in ('social-notes', 'health-notes', 'education-notes', 'protection-notes')),
  since date not null,
  until date check (until >= since),
  reason text not null,
  granted_by uuid not null references person (id)
);
create unique index zone_grant_once on zone_grant (household_id, person_id, zone) where until is null;

-- Who sees a household at all, and whether they see its case: what shared/access.ts answers for 'household.see' and
-- 'case.see', as rows, so that lists and searches can be filtered where the rows are. A test holds the two together.
create view household_reader as
  select household_id, person_id, true as sees_case from tutor_tenure where until is null
  union all
  select household_id, person_id, true from lead_tenure where until is null
  union all
  select membership.household_id, membership.person_id, true
    from team_membership membership join person on person.id = membership.person_id
    where membership.until is null and (
      membership.role in ('social', 'health', 'education', 'mediator', 'protection')
      or membership.role = 'partner' and exists (
        select from consent join consent_body on consent_body.consent_id = consent.id
        where consent.household_id = membership.household_id and consent.withdrawn_on is null
          and consent_body.body_id = person.body_id))
  union all
  select lead_proposal.household_id, person.id, false
    from lead_proposal join person
      on person.body_id = lead_proposal.body_id and person.function in ('social', 'health', 'education')
    where lead_proposal.state = 'waiting'
  union all
  select household_id, id, false from person where function = 'family' and household_id is not null;

-- Who takes part: the family's own accounts and the active team, third-sector members only while the family consents.
-- They may own tasks and be asked to a conference, and hear of both, even when they don't see the case.
create view household_party as
  select membership.household_id, membership.person_id
    from team_membership membership join person on person.id = membership.person_id
    where membership.until is null and (
      membership.role not in ('partner', 'volunteer')
      or exists (
        select from consent join consent_body on consent_body.consent_id = consent.id
        where consent.household_id = membership.household_id and consent.withdrawn_on is null
          and consent_body.body_id = person.body_id))
  union all
  select household_id, id from person where function = 'family' and household_id is not null and active;
