-- The thousand-day clock: its rules as dated, editable data, and what people say of the windows that follow from them.

-- A version holds for whatever counts from valid_from or later, until the next version's day. Versions are never changed.
create table calendar_rule (
  code text not null,
  version int not null check (version >= 1),
  valid_from date not null,
  anchor text not null check (anchor in ('lmp', 'birth', 'document')),
  unit text not null check (unit in ('days', 'months')),
  opens int not null check (opens >= 0),
  closes int not null check (closes >= opens),
  -- Days after closing in which it is late but can still be done. Null: there is no end to it.
  grace_days int check (grace_days >= 0),
  legal boolean not null,
  source text not null,
  note text not null,
  made_by uuid references person (id),
  made_at timestamptz(3) not null default now(),
  position int generated always as identity,
  primary key (code, version),
  unique (code, valid_from)
);

-- Week n+6 is day 7n+6 after the last menstrual period.
insert into calendar_rule (code, version, valid_from, anchor, unit, opens, closes, grace_days, legal, source, note) values
  ('visit-1', 1, '2017-03-19', 'lmp', 'days', 0, 97, 0, false, 'D.P.C.M. 12 gennaio 2017 (LEA), art. 59 e allegato 10B', 'Entro 13 settimane + 6 giorni.'),
  ('visit-2', 1, '2017-03-19', 'lmp', 'days', 98, 132, 0, false, 'D.P.C.M. 12 gennaio 2017 (LEA), art. 59 e allegato 10B', 'Tra 14 e 18 settimane + 6 giorni.'),
  ('visit-3', 1, '2017-03-19', 'lmp', 'days', 133, 167, 0, false, 'D.P.C.M. 12 gennaio 2017 (LEA), art. 59 e allegato 10B', 'Tra 19 e 23 settimane + 6 giorni.'),
  ('scan-morphology', 1, '2017-03-19', 'lmp', 'days', 133, 153, 0, false, 'D.P.C.M. 12 gennaio 2017 (LEA), allegato 10B', 'Ecografia morfologica, tra 19 e 21 settimane + 6 giorni.'),
  ('visit-4', 1, '2017-03-19', 'lmp', 'days', 168, 195, 0, false, 'D.P.C.M. 12 gennaio 2017 (LEA), art. 59 e allegato 10B', 'Tra 24 e 27 settimane + 6 giorni.'),
  ('visit-5', 1, '2017-03-19', 'lmp', 'days', 196, 230, 0, false, 'D.P.C.M. 12 gennaio 2017 (LEA), art. 59 e allegato 10B', 'Tra 28 e 32 settimane + 6 giorni.'),
  ('visit-6', 1, '2017-03-19', 'lmp', 'days', 231, 265, 0, false, 'D.P.C.M. 12 gennaio 2017 (LEA), art. 59 e allegato 10B', 'Tra 33 e 37 settimane + 6 giorni.'),
  ('visit-7', 1, '2017-03-19', 'lmp', 'days', 287, 293, 0, false, 'D.P.C.M. 12 gennaio 2017 (LEA), allegato 10B', 'Nella 41ª settimana.'),
  ('birth-declared', 1, '2001-03-30', 'birth', 'days', 0, 10, null, true, 'D.P.R. 3 novembre 2000, n. 396, art. 30', 'Entro 10 giorni in Comune, o entro 3 nella struttura in cui è avvenuto il parto. Dopo si dichiarano i motivi del ritardo (art. 31).'),
  ('fiscal-code', 1, '2000-01-01', 'birth', 'days', 0, 30, null, false, 'D.P.R. 29 settembre 1973, n. 605', 'Il Comune lo chiede all’Agenzia delle Entrate con la dichiarazione di nascita; il termine è della rete.'),
  ('paediatrician-chosen', 1, '2000-01-01', 'birth', 'days', 0, 45, null, false, 'L. 23 dicembre 1978, n. 833; accordo nazionale della pediatria di libera scelta', 'Prima del primo bilancio di salute; il termine è della rete.'),
  ('birth-bonus', 1, '2025-01-01', 'birth', 'days', 0, 60, 0, true, 'L. 30 dicembre 2024, n. 207, art. 1, commi 206-208', 'Bonus nuovi nati: domanda all’INPS entro 60 giorni dalla nascita.'),
  ('birth-bonus', 2, '2025-07-01', 'birth', 'days', 0, 120, 0, true, 'L. 30 dicembre 2024, n. 207, art. 1, commi 206-208; termine dell’INPS da luglio 2025', 'Bonus nuovi nati: domanda all’INPS entro 120 giorni dalla nascita.'),
  ('check-1', 1, '2000-01-01', 'birth', 'days', 0, 45, 0, false, 'Accordo nazionale della pediatria di libera scelta, bilanci di salute', 'Primo bilancio di salute, entro 45 giorni.'),
  ('check-2', 1, '2000-01-01', 'birth', 'months', 2, 3, 0, false, 'Accordo nazionale della pediatria di libera scelta, bilanci di salute', 'Tra 2 e 3 mesi.'),
  ('check-3', 1, '2000-01-01', 'birth', 'months', 4, 6, 0, false, 'Accordo nazionale della pediatria di libera scelta, bilanci di salute', 'Tra 4 e 6 mesi.'),
  ('check-4', 1, '2000-01-01', 'birth', 'months', 7, 9, 0, false, 'Accordo nazionale della pediatria di libera scelta, bilanci di salute', 'Tra 7 e 9 mesi.'),
  ('check-5', 1, '2000-01-01', 'birth', 'months', 10, 12, 0, false, 'Accordo nazionale della pediatria di libera scelta, bilanci di salute', 'Tra 10 e 12 mesi.'),
  ('check-6', 1, '2000-01-01', 'birth', 'months', 15, 18, 0, false, 'Accordo nazionale della pediatria di libera scelta, bilanci di salute', 'Tra 15 e 18 mesi.'),
  ('check-7', 1, '2000-01-01', 'birth', 'months', 24, 36, 0, false, 'Accordo nazionale della pediatria di libera scelta, bilanci di salute', 'Tra 24 e 36 mesi.'),
  ('vaccine-1', 1, '2017-06-07', 'birth', 'days', 61, 90, null, true, 'D.L. 7 giugno 2017, n. 73 (L. 119/2017); Piano nazionale di prevenzione vaccinale', 'Prima dose, dal giorno 61.'),
  ('vaccine-2', 1, '2017-06-07', 'birth', 'days', 121, 150, null, true, 'D.L. 7 giugno 2017, n. 73 (L. 119/2017); Piano nazionale di prevenzione vaccinale', 'Seconda dose, dal giorno 121.'),
  ('vaccine-3', 1, '2017-06-07', 'birth', 'days', 301, 330, null, true, 'D.L. 7 giugno 2017, n. 73 (L. 119/2017); Piano nazionale di prevenzione vaccinale', 'Terza dose, dal giorno 301.'),
  ('document-renewed', 1, '2000-01-01', 'document', 'months', 5, 6, null, true, 'D.P.R. 31 agosto 1999, n. 394, art. 43 (STP); accordo Stato-Regioni 20 dicembre 2012, n. 255 (ENI)', 'STP ed ENI durano sei mesi e si rinnovano.');

-- What is said of a window: done on a day, or that no task is wanted. Taking it back deletes the row; the log keeps it.
-- `reference` is the day the window counted from when it was said.
create table calendar_mark (
  household_id uuid not null references household (id),
  member_id uuid not null references member (id),
  rule text not null,
  reference date not null,
  kind text not null check (kind in ('done', 'dismissed')),
  done_on date,
  reason text,
  made_by uuid not null references person (id),
  made_at timestamptz(3) not null,
  primary key (member_id, rule, reference),
  check ((kind = 'done') = (done_on is not null)),
  check ((kind = 'dismissed') = (reason is not null))
);
create index calendar_mark_by_household on calendar_mark (household_id);

-- Which task was made of which window. Of one window the newest counts; it is taken under the member's lock.
create table calendar_task (
  task_id uuid primary key references task (id),
  household_id uuid not null references household (id),
  member_id uuid not null references member (id),
  rule text not null,
  reference date not null
);
create index calendar_task_by_household on calendar_task (household_id);
