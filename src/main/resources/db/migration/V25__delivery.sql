-- What was delivered when by whom, and from which day a period runs. Names stand here, the register of the archive has none.
create table delivery (
    id bigint not null primary key,
    instrument_id bigint not null references instrument (id),
    delivered_on date not null,
    outcome varchar(10) not null,
    receiver varchar(200) not null,
    relation varchar(200) not null,
    deliverers varchar(2000) not null,
    witness varchar(200) not null,
    refusal varchar(2000) not null,
    reason varchar(2000) not null,
    evidence varchar(400) not null,
    starts_on date,
    office_id bigint not null references office (id),
    recorded_by bigint not null,
    recorded_by_name varchar(100) not null,
    recorded_at timestamp not null,
    registered boolean not null
);
create index delivery_instrument on delivery (instrument_id);
-- A start asks for what the register does not know yet.
create index delivery_registered on delivery (registered);
insert into identifier values ('delivery', 0);
