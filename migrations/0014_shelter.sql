-- Shelter: structures and their places, home supports, placements with their stays, secret addresses.

-- A body of kind shelter or family_placement that takes people in. Places are persons.
create table structure (
  body_id uuid primary key references body (id),
  capacity int not null check (capacity between 1 and 500),
  -- Guests sent by others, whom this network doesn't know.
  others int not null default 0 check (others >= 0),
  takes_pregnant boolean not null,
  takes_children boolean not null,
  -- The oldest child taken, in years; null: any.
  child_age_max int check (child_age_max between 0 and 17),
  -- Nights of one stay after which it is too long for this structure; null: only the network's rule.
  alert_nights int check (alert_nights between 1 and 1000),
  open boolean not null default true,
  changed_at timestamptz(3) not null,
  version int not null default 1
);

-- D7: who may know of a structure whose address is secret.
create table structure_reader (
  id bigint generated always as identity primary key,
  body_id uuid not null references structure (body_id),
  person_id uuid not null references person (id),
  reason text not null,
  named_by uuid not null references person (id),
  since timestamptz(3) not null,
  until timestamptz(3)
);
create unique index structure_reader_is_named_once on structure_reader (body_id, person_id) where until is null;
create index structure_reader_by_person on structure_reader (person_id) where until is null;

-- Help in the family's own home: what is tried before a place in a structure is looked for (D3).
create table home_support (
  id uuid primary key,
  household_id uuid not null references household (id),
  kind text not null check (kind in
    ('volunteer_visits', 'home_education', 'home_help', 'rent_negotiation', 'hosting_support', 'other')),
  body_id uuid not null references body (id),
  since date not null,
  until date,
  outcome text check (outcome in ('goal_met', 'not_enough', 'refused', 'interrupted')),
  note text not null,
  recorded_by uuid not null references person (id),
  version int not null default 1,
  constraint home_support_ends_after_it_began check (until >= since),
  constraint home_support_ends_with_outcome check ((until is null) = (outcome is null))
);
create index home_support_by_household on home_support (household_id, since);

create table placement (
  id uuid primary key,
  household_id uuid not null references household (id),
  member_ids uuid[] not null check (cardinality(member_ids) >= 1),
  -- Children who are expected and will need a place.
  expected int not null check (expected between 0 and 4),
  persons int not null generated always as (cardinality(member_ids) + expected) stored,
  cause text not null check (cause in
    ('maltreatment', 'eviction_arrears', 'pregnancy_without_support', 'other_loss_of_home', 'other')),
  urgency text not null check (urgency in ('now', 'within_72h', 'ordinary')),
  wanted_from date not null,
  home_support_id uuid references home_support (id),
  emergency text check (emergency in ('danger', 'on_the_street', 'newborn', 'hospital_discharge', 'other')),
  emergency_words text,
  -- At her wish nobody learns where she is but people who were named.
  concealed boolean not null,
  status text not null check (status in ('requested', 'booked', 'in_stay', 'ended', 'cancelled')),
  requested_by uuid not null references person (id),
  requested_on date not null,
  structure_id uuid references structure (body_id),
  -- Planned while it is booked, then as it was; until is the day of leaving, whose night isn't slept there.
  starts_on date,
  ends_on date,
  nights daterange generated always as (daterange(starts_on, ends_on, '[)')) stored,
  booked_by uuid references person (id),
  booked_at timestamptz(3),
  arrived_on date,
  re_entry boolean not null default false,
  review_on date,
  -- The review day a task was made for: the rule makes one for each.
  review_task_on date,
  exit_reason text check (exit_reason in ('own_home', 'public_housing', 'relatives_or_friends', 'other_structure',
    'previous_home', 'left', 'other')),
  exit_words text,
  cancel_reason text,
  changed_at timestamptz(3) not null,
  version int not null default 1,
  -- D3: home support first, or an emergency that is stated.
  constraint placement_tries_home_support_first
    check (home_support_id is not null or (emergency is not null and emergency_words is not null)),
  constraint placement_has_its_place
    check (status in ('requested', 'cancelled') or (structure_id is not null and starts_on is not null)),
  constraint placement_ends_after_it_began check (ends_on >= starts_on),
  constraint placement_ends_with_exit check ((status = 'ended') = (exit_reason is not null)),
  constraint placement_nobody_is_in_two_places
    exclude using gist (household_id with =, nights with &&) where (status in ('booked', 'in_stay', 'ended'))
);
create unique index placement_one_request_waits on placement (household_id) where status = 'requested';
create index placement_by_household on placement (household_id, requested_on);
create index placement_by_structure on placement (structure_id) where status in ('booked', 'in_stay');
create index placement_open on placement (status, requested_on) where status in ('requested', 'booked', 'in_stay');
create index placement_to_review on placement (review_on) where status = 'in_stay';

-- The most persons of the network that are in a structure on one night of a range.
create function structure_peak(structure uuid, wanted daterange, leaving uuid) returns int
language sql volatile as $$
  select coalesce(max(there.persons), 0)::int from (
    select (
      select coalesce(sum(each.persons), 0) from placement each
      where each.structure_id = structure and each.status in ('booked', 'in_stay')
        and each.id is distinct from leaving and each.nights @> point.night) as persons
    from (
      select lower(wanted) as night
      union
      select lower(other.nights) from placement other
      where other.structure_id = structure and other.status in ('booked', 'in_stay')
        and wanted @> lower(other.nights)
    ) point
  ) there
$$;

-- D4: a place is never given twice. The command asks first; this holds whatever the command does, because bookings of
-- one structure queue up at its row.
create function placement_has_room() returns trigger language plpgsql as $$
declare
  room int;
begin
  select capacity - others into room from structure where body_id = new.structure_id for no key update;
  if structure_peak(new.structure_id, daterange(new.starts_on, new.ends_on, '[)'), new.id) + new.persons > room then
    raise exception 'the structure is full' using errcode = 'exclusion_violation', constraint = 'structure_is_full';
  end if;
  return null;
end $$;
create trigger placement_has_room after insert or update of status, structure_id, starts_on, ends_on, member_ids, expected
  on placement for each row when (new.status in ('booked', 'in_stay')) execute function placement_has_room();

-- The network's rule for chronicity (D6): one row, changed by the coordination.
create table chronicity_rule (
  only_one boolean primary key default true check (only_one),
  nights int not null check (nights between 1 and 731),
  entries int not null check (entries between 1 and 50)
);
insert into chronicity_rule (nights, entries) values (365, 3);

create table placement_review (
  id uuid primary key,
  placement_id uuid not null references placement (id),
  reviewed_on date not null,
  note text not null,
  reviewed_by uuid not null references person (id)
);
create index placement_review_by_placement on placement_review (placement_id, reviewed_on);

create table placement_extension (
  id uuid primary key,
  placement_id uuid not null references placement (id),
  extended_on date not null,
  until date not null,
  reason text not null,
  extended_by uuid not null references person (id)
);
create index placement_extension_by_placement on placement_extension (placement_id, extended_on);

-- D7: an address that is in danger when it is known, of a household or of a structure. Sealed with a key that is not in
-- the database (AES-256-GCM: 12 bytes nonce, 16 tag, then the words).
create table secret_address (
  household_id uuid unique references household (id),
  body_id uuid unique references structure (body_id),
  sealed bytea not null,
  -- Which key sealed it: the beginning of the key's hash.
  key_id text not null,
  stored_by uuid not null references person (id),
  stored_at timestamptz(3) not null,
  constraint secret_address_is_somebodys check (num_nonnulls(household_id, body_id) = 1)
);

-- Who may open a household's address, and learn which structure a concealed stay is in.
create table secret_address_grant (
  id bigint generated always as identity primary key,
  household_id uuid not null references household (id),
  person_id uuid not null references person (id),
  reason text not null,
  granted_by uuid not null references person (id),
  since timestamptz(3) not null,
  until timestamptz(3)
);
create unique index secret_address_grant_is_given_once
  on secret_address_grant (household_id, person_id) where until is null;
create index secret_address_grant_by_person on secret_address_grant (person_id) where until is null;

-- Who keeps a household's address: stores it, names people, and reads in the log who did what with it.
create view secret_address_keeper as
  select household_id, person_id from team_membership where role = 'protection' and until is null
  union
  select named.household_id, named.person_id from secret_address_grant named
    join lead_tenure lead on lead.household_id = named.household_id and lead.person_id = named.person_id
    where named.until is null and lead.until is null;
