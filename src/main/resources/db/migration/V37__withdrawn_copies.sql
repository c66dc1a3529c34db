-- A returned copy that was filed at the wrong paper: it stays where it is and is not counted any more.
alter table returned_copy add column withdrawn_reason varchar(200) default '' not null;
alter table returned_copy add column withdrawn_by_name varchar(100) default '' not null;
