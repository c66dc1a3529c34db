-- Submitted ledgers are papers about an office's period; they are looked for by all three.
create index instrument_period on instrument (form, term, office_id);
