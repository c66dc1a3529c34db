alter table student add column overseas varchar(20) not null default '';
alter table student add column household_kind varchar(20) not null default '';
alter table student add column entry_way varchar(20) not null default '';
alter table student add column origin varchar(20) not null default '';
alter table student add column inclusion varchar(20) not null default '';
alter table student add column blood_type varchar(20) not null default '';
