-- A residence permit is renewed too: asked for well before it ends, and still within sixty days after.

insert into calendar_rule (code, version, valid_from, anchor, unit, opens, closes, grace_days, legal, source, note) values
  ('permit-renewed', 1, '1998-09-02', 'document', 'days', 0, 120, 60, true, 'D.Lgs. 25 luglio 1998, n. 286, art. 5, comma 4, e art. 13, comma 2, lettera b', 'Il rinnovo si chiede almeno 60 giorni prima della scadenza; chi lo chiede entro i 60 giorni dopo non perde il soggiorno.');
