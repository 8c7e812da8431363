-- Inclusion pacts with their signatures, wellbeing before and after, and the ledger of grants (dote).

-- C4–C6. Its text is a shared document of its own, frozen from the moment it is proposed for signature.
create table pact (
  id uuid primary key,
  household_id uuid not null references household (id),
  programme_id uuid,
  case_manager_id uuid not null references person (id),
  beneficiary_id uuid not null references member (id),
  -- The language the beneficiary reads and signs in.
  language text not null,
  starts_on date not null,
  ends_on date not null,
  -- The last day as extended; null while it ends when it was first agreed to.
  extended_to date,
  status text not null check (status in ('draft', 'proposed', 'signed', 'extended', 'ended')),
  supports text[] not null check (supports <@ array['relational', 'socialisation_education', 'work_orientation', 'grant']),
  goal_ids uuid[] not null,
  -- C6: what came of the competence review of the work orientation.
  review_on date,
  review text,
  document_id uuid not null unique,
  -- Hex SHA-256 of the text's state while it is proposed or in force.
  hash text,
  -- Counts how often it was proposed: signatures belong to one round.
  round int not null default 0,
  proposed_at timestamptz(3),
  in_force_since timestamptz(3),
  ended_on date,
  ended_how text check (ended_how in ('kept', 'partly', 'not_kept', 'withdrawn')),
  end_reason text,
  drafted_by uuid not null references person (id),
  drafted_at timestamptz(3) not null,
  version int not null default 1,
  -- C5, calendar months: the last day of a month stands for the days it lacks.
  constraint pact_lasts_six_to_eight_months
    check (ends_on >= starts_on + interval '6 months' and ends_on <= starts_on + interval '8 months'),
  constraint pact_extension_is_later check (extended_to > ends_on),
  constraint pact_proposed_text_has_hash check ((status = 'draft') = (hash is null) or status = 'ended'),
  constraint pact_end_is_told check ((status = 'ended') = (ended_on is not null and ended_how is not null))
);
create unique index pact_one_active on pact
  (household_id, coalesce(programme_id, '00000000-0000-0000-0000-000000000000')) where status <> 'ended';
create index pact_by_household on pact (household_id, starts_on);
create index pact_by_case_manager on pact (case_manager_id) where status <> 'ended';

create table pact_commitment (
  id uuid primary key,
  pact_id uuid not null references pact (id),
  -- Who: exactly one of the three.
  person_id uuid references person (id),
  member_id uuid references member (id),
  body_id uuid references body (id),
  what text not null,
  due date,
  state text not null default 'open' check (state in ('open', 'kept', 'not_kept')),
  note text not null default '',
  position int not null,
  version int not null default 1,
  constraint commitment_names_one check (num_nonnulls(person_id, member_id, body_id) = 1)
);
create index pact_commitment_by_pact on pact_commitment (pact_id, position);

-- A party's answer to what was proposed: signed, with her dissent beside it where she has one, or refused with her words.
create table pact_signature (
  id uuid primary key,
  pact_id uuid not null references pact (id),
  round int not null,
  party text not null check (party in ('beneficiary', 'case_manager', 'lead')),
  answer text not null check (answer in ('signed', 'refused')),
  -- Whoever signs with an account of their own; null when the beneficiary signed on a worker's device.
  person_id uuid references person (id),
  member_id uuid references member (id),
  language text not null,
  -- B13: her own words, and whether they are a dissent.
  words text,
  dissent boolean not null,
  hash text not null,
  signed_on date not null,
  signed_at timestamptz(3) not null,
  device_of uuid references person (id),
  mediator_id uuid references person (id),
  -- Set when the text was opened again, or the same party answered anew.
  voided_at timestamptz(3),
  constraint signature_is_somebodys check (
    case party when 'beneficiary' then member_id is not null and num_nonnulls(person_id, device_of) = 1
      else person_id is not null and member_id is null and device_of is null end),
  constraint signature_refusal_has_words check (answer = 'signed' or words is not null),
  constraint signature_dissent_has_words check (not dissent or words is not null)
);
create unique index pact_signature_once on pact_signature (pact_id, party) where voided_at is null;
create index pact_signature_by_pact on pact_signature (pact_id, signed_at);

create table pact_extension (
  pact_id uuid not null references pact (id),
  number int not null,
  ends_on date not null,
  reason text not null,
  asked_by uuid not null references person (id),
  asked_at timestamptz(3) not null,
  approved boolean,
  decided_by uuid references person (id),
  decided_at timestamptz(3),
  answer text,
  primary key (pact_id, number),
  constraint extension_decided_by_another check (decided_by <> asked_by),
  check ((approved is null) = (decided_by is null) and (decided_by is null) = (decided_at is null))
);
create unique index pact_extension_one_waits on pact_extension (pact_id) where approved is null;

-- B13: the pact in plain words, in a language somebody reads.
create table pact_copy (
  pact_id uuid not null references pact (id),
  language text not null,
  text text not null,
  written_by uuid not null references person (id),
  written_at timestamptz(3) not null,
  primary key (pact_id, language)
);

-- What the family, a mediator or a party says about the text, beside it.
create table pact_remark (
  id uuid primary key,
  pact_id uuid not null references pact (id),
  person_id uuid not null references person (id),
  language text not null,
  quote text,
  text text not null,
  written_at timestamptz(3) not null
);
create index pact_remark_by_pact on pact_remark (pact_id, written_at);

-- C12. One beginning per household; the rest is compared with it.
create table wellbeing (
  id uuid primary key,
  household_id uuid not null references household (id),
  on_day date not null,
  moment text not null check (moment in ('before', 'during', 'after')),
  person int not null check (person between 1 and 5),
  family int not null check (family between 1 and 5),
  network int not null check (network between 1 and 5),
  note text not null,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz(3) not null
);
create unique index wellbeing_begins_once on wellbeing (household_id) where moment = 'before';
create index wellbeing_by_household on wellbeing (household_id, on_day);

-- Files people attach. The name is words only: what a file is was read from its first bytes.
create table stored_file (
  id uuid primary key,
  household_id uuid not null references household (id),
  name text not null,
  type text not null check (type in ('application/pdf', 'image/jpeg', 'image/png')),
  size int not null check (size between 1 and 5242880),
  sha256 bytea not null check (octet_length(sha256) = 32),
  bytes bytea not null,
  stored_by uuid not null references person (id),
  stored_at timestamptz(3) not null,
  check (octet_length(bytes) = size)
);
create index stored_file_by_household on stored_file (household_id);

-- C7. What a household may be given in a programme, and what of it is spoken for: asked, approved or spent. Kept by the
-- triggers below, so that the check holds whoever writes and however many at once.
create table grant_ledger (
  household_id uuid not null references household (id),
  programme_id uuid not null,
  cap_cents int not null check (cap_cents between 0 and 10000000),
  held_cents int not null default 0,
  stated_by uuid references person (id),
  stated_at timestamptz(3) not null,
  version int not null default 1,
  primary key (household_id, programme_id),
  constraint ledger_never_overdrawn check (held_cents between 0 and cap_cents)
);

create table grant_request (
  id uuid primary key,
  household_id uuid not null,
  -- All zeros where the grant belongs to no programme.
  programme_id uuid not null,
  goal_id uuid not null references goal (id),
  category text not null check (category in ('rent_deposit', 'utilities', 'nido', 'health', 'childcare_goods',
    'documents', 'training', 'transport', 'other')),
  -- The stated severe fragility.
  fragility text not null,
  status text not null check (status in ('requested', 'approved', 'rejected', 'withdrawn', 'closed')),
  requested_cents int not null check (requested_cents between 1 and 10000000),
  approved_cents int check (approved_cents between 1 and requested_cents),
  paid_cents int not null default 0,
  held_cents int generated always as (case status
    when 'requested' then requested_cents when 'approved' then approved_cents when 'closed' then paid_cents
    else 0 end) stored,
  requested_by uuid not null references person (id),
  requested_on date not null,
  decided_by uuid references person (id),
  decided_on date,
  decision_reason text,
  version int not null default 1,
  foreign key (household_id, programme_id) references grant_ledger (household_id, programme_id),
  constraint grant_decided_by_another check (decided_by <> requested_by),
  constraint grant_approval_is_whole check
    ((status in ('approved', 'closed')) = (approved_cents is not null) and (approved_cents is null or decided_by is not null)),
  constraint grant_never_overdrawn check (paid_cents between 0 and coalesce(approved_cents, 0))
);
create index grant_request_by_household on grant_request (household_id, requested_on);

create function hold_grant() returns trigger language plpgsql as $$
declare
  before int := case tg_op when 'INSERT' then 0 else old.held_cents end;
begin
  if new.held_cents is distinct from before then
    update grant_ledger set held_cents = held_cents + new.held_cents - before
    where household_id = new.household_id and programme_id = new.programme_id;
  end if;
  return null;
end $$;
create trigger grant_is_held after insert or update on grant_request for each row execute function hold_grant();

-- Payments out of a grant; what was wrong is taken back by an entry of its own, with the sum reversed.
create table grant_expense (
  id uuid primary key,
  grant_id uuid not null references grant_request (id),
  cents int not null check (cents <> 0 and cents between -10000000 and 10000000),
  category text not null,
  payee text not null,
  paid_on date not null,
  receipt text not null,
  file_id uuid references stored_file (id),
  note text not null,
  reverses_id uuid unique references grant_expense (id),
  recorded_by uuid not null references person (id),
  recorded_at timestamptz(3) not null,
  check ((cents < 0) = (reverses_id is not null))
);
create index grant_expense_by_grant on grant_expense (grant_id, paid_on);
create index grant_expense_by_file on grant_expense (file_id) where file_id is not null;

create function pay_grant() returns trigger language plpgsql as $$
begin
  update grant_request set paid_cents = paid_cents + new.cents, version = version + 1 where id = new.grant_id;
  return null;
end $$;
create trigger expense_is_paid after insert on grant_expense for each row execute function pay_grant();

create function keep_expense() returns trigger language plpgsql as $$
begin
  raise exception 'an expense is corrected by a reversing entry, never changed or deleted';
end $$;
create trigger expense_stays before update of grant_id, cents, payee, category, paid_on, reverses_id or delete on grant_expense
  for each row execute function keep_expense();
