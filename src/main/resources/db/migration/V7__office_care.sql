alter table office add column issued boolean not null default false;
alter table office add column province varchar(60) not null default '';
alter table office add column city varchar(60) not null default '';
alter table office add column county varchar(60) not null default '';
alter table office add column town varchar(60) not null default '';
alter table office add column street varchar(200) not null default '';
update office set street = address;
update office set issued = true where id in (select issuer_id from instrument);
alter table office add constraint office_code unique (code);
