-- A paper that takes the place of a void one.
alter table instrument add column replaces_number varchar(60) default '' not null;
alter table instrument add column replaces_serial varchar(100) default '' not null;
create index instrument_replaces on instrument (replaces_number);
alter table draft add column replaces_id bigint;
