-- The territory: community spaces, partners and their ties, initiatives, community pacts, trainings, standing tables, procedures.
-- Nothing here belongs to a household: people are counted, bodies are named, families never.

-- A10: what ties a body to the network. x and y lie on the sketch of the city, 0–1000 from its top left.
create table partner (
  body_id uuid primary key references body (id),
  agreement text not null check (agreement in
    ('founding', 'convention', 'protocol', 'project', 'informal')),
  since date not null,
  contact_name text not null,
  contact_role text not null,
  contact_email text,
  contact_phone text,
  x int check (x between 0 and 1000),
  y int check (y between 0 and 1000),
  version int not null default 1,
  constraint partner_place_is_whole check ((x is null) = (y is null))
);

-- C10: who belongs to the territorial network of a Casa.
create table network_tie (
  casa_id uuid not null references body (id),
  body_id uuid not null references body (id),
  kind text not null check (kind in
    ('hosts', 'refers', 'runs_together', 'gives', 'teaches', 'pact')),
  since date not null,
  until date,
  primary key (casa_id, body_id),
  constraint network_tie_joins_two check (casa_id <> body_id),
  constraint network_tie_ends_after_it_began check (until >= since)
);
create index network_tie_by_body on network_tie (body_id);

-- A9: a room or facility of a body that the community uses.
create table space (
  id uuid primary key,
  body_id uuid not null references body (id),
  name text not null check (length(trim(name)) >= 2),
  resources text[] not null check (cardinality(resources) >= 1),
  capacity int not null check (capacity between 1 and 2000),
  hours text not null,
  step_free boolean not null,
  access_note text not null,
  note text not null,
  x int check (x between 0 and 1000),
  y int check (y between 0 and 1000),
  opened_on date not null,
  closed_on date,
  version int not null default 1,
  constraint space_place_is_whole check ((x is null) = (y is null))
);
create index space_by_body on space (body_id) where closed_on is null;

-- A8: an initiative on parenting or maternity; it takes place in sessions.
create table initiative (
  id uuid primary key,
  body_id uuid not null references body (id),
  space_id uuid references space (id),
  -- of table programme, which another migration makes
  programme_id uuid,
  title text not null check (length(trim(title)) >= 2),
  kind text not null,
  objective text not null check (objective in ('information_orientation', 'individual_accompaniment',
    'positive_parenting', 'community_support', 'synergies')),
  languages text[] not null,
  capacity int check (capacity between 1 and 2000),
  note text not null,
  version int not null default 1
);
create index initiative_by_body on initiative (body_id);
create index initiative_by_programme on initiative (programme_id) where programme_id is not null;

-- One time it takes place. Attendance is counts, never names; null until it was held.
create table initiative_session (
  id uuid primary key,
  initiative_id uuid not null references initiative (id),
  starts_at timestamptz(3) not null,
  minutes_long int not null check (minutes_long between 10 and 1440),
  status text not null check (status in ('planned', 'held', 'cancelled')),
  cancel_reason text,
  women int check (women between 0 and 5000),
  children int check (children between 0 and 5000),
  partners int check (partners between 0 and 5000),
  -- of those counted, who came for the first time
  newcomers int check (newcomers between 0 and 15000),
  recorded_by uuid references person (id),
  recorded_at timestamptz(3),
  version int not null default 1,
  constraint initiative_session_held_is_counted check ((status = 'held') =
    (women is not null and children is not null and partners is not null and newcomers is not null
      and recorded_by is not null and recorded_at is not null)),
  constraint initiative_session_newcomers_are_counted check (newcomers <= women + children + partners),
  constraint initiative_session_cancelled_says_why check ((status = 'cancelled') = (cancel_reason is not null)),
  constraint initiative_session_held_after_it_began check (recorded_at >= starts_at),
  unique (initiative_id, starts_at)
);
create index initiative_session_by_start on initiative_session (starts_at);

-- C9: bodies and volunteers of a neighbourhood who act together beside the public system against poverty.
create table community_pact (
  id uuid primary key,
  name text not null check (length(trim(name)) >= 2),
  area text not null,
  starts_on date not null,
  ends_on date not null,
  volunteers jsonb not null,
  interventions text[] not null,
  public_link text not null,
  version int not null default 1,
  constraint community_pact_ends_after_it_began check (ends_on > starts_on)
);
create index community_pact_by_start on community_pact (starts_on);

create table community_pact_body (
  community_pact_id uuid not null references community_pact (id),
  body_id uuid not null references body (id),
  signed_on date,
  signed_by uuid references person (id),
  primary key (community_pact_id, body_id),
  constraint community_pact_body_signed_by_somebody check ((signed_on is null) = (signed_by is null))
);
create index community_pact_body_by_body on community_pact_body (body_id);

-- C11: trainings of those who work in the network.
create table training (
  id uuid primary key,
  title text not null check (length(trim(title)) >= 2),
  starts_at timestamptz(3) not null,
  hours numeric(5, 1) not null check (hours > 0 and hours <= 400),
  trainer text not null,
  body_id uuid references body (id),
  materials jsonb not null,
  -- who came without an account
  others int not null default 0 check (others between 0 and 1000),
  version int not null default 1
);
create index training_by_start on training (starts_at);

create table training_attendee (
  training_id uuid not null references training (id),
  person_id uuid not null references person (id),
  primary key (training_id, person_id)
);
create index training_attendee_by_person on training_attendee (person_id);

-- D9: standing tables (tavoli). Sessions and decisions, never a case.
create table standing_table (
  id uuid primary key,
  name text not null check (length(trim(name)) >= 2),
  purpose text not null,
  version int not null default 1
);

create table standing_table_member (
  standing_table_id uuid not null references standing_table (id),
  body_id uuid not null references body (id),
  primary key (standing_table_id, body_id)
);
create index standing_table_member_by_body on standing_table_member (body_id);

create table table_session (
  id uuid primary key,
  standing_table_id uuid not null references standing_table (id),
  starts_at timestamptz(3) not null,
  topics text[] not null,
  -- how many members came; null until it was held
  attended int check (attended between 0 and 500),
  version int not null default 1
);
create index table_session_by_table on table_session (standing_table_id, starts_at);

create table table_decision (
  id uuid primary key,
  session_id uuid not null references table_session (id),
  position int not null,
  text text not null check (length(trim(text)) >= 3),
  body_id uuid references body (id),
  due date,
  state text not null default 'open' check (state in ('open', 'done', 'not_done')),
  note text not null default '',
  followed_on date,
  version int not null default 1,
  constraint table_decision_followed_on_a_day check ((state = 'open') = (followed_on is null))
);
create index table_decision_by_session on table_decision (session_id, position);

-- D10 and the method pages of C11: shared procedures, good practices and methods. Every version stays as it was written.
create table procedure (
  id uuid primary key,
  kind text not null check (kind in ('procedure', 'good_practice', 'method')),
  title text not null check (length(trim(title)) >= 2)
);

create table procedure_version (
  procedure_id uuid not null references procedure (id),
  number int not null check (number >= 1),
  text text not null,
  change text not null,
  author_id uuid not null references person (id),
  written_at timestamptz(3) not null,
  -- null: a draft, which only who writes procedures reads
  in_force_from date,
  primary key (procedure_id, number)
);

create function keep_procedure_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.in_force_from is not null then
    raise exception 'a version of a procedure stays as it was written';
  end if;
  return new;
end $$;
create trigger procedure_version_stays before update or delete on procedure_version
  for each row execute function keep_procedure_version();
