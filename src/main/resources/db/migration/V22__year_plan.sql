-- The holidays and terms of a calendar year as a county's bureau has written them.
create table year_plan (
    id bigint not null primary key,
    office_id bigint not null references office,
    calendar_year integer not null,
    content varchar(32000) not null,
    changed_at timestamp not null,
    version integer not null,
    constraint year_plan_once unique (office_id, calendar_year)
);
insert into identifier values ('year_plan', 0);
