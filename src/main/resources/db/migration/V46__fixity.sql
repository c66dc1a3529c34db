-- The slow rounds over archive and trail: how far each has come, and what does not fit until it fits again.
create table fixity_round (
    name varchar(20) not null primary key,
    began_at timestamp,
    register varchar(80) not null,
    line_count bigint not null,
    line_end bigint not null,
    head varchar(64) not null,
    latest_at timestamp,
    units bigint not null,
    byte_count bigint not null,
    last_began_at timestamp,
    last_ended_at timestamp,
    last_units bigint not null,
    last_bytes bigint not null
);

create table fixity_finding (
    id bigint not null primary key,
    round_name varchar(20) not null,
    kind varchar(40) not null,
    place varchar(300) not null,
    detail varchar(1000) not null,
    found_at timestamp not null,
    seen_at timestamp not null,
    mended_at timestamp,
    explained_at timestamp,
    explained_by varchar(100) not null,
    why varchar(500) not null
);
create index fixity_finding_open on fixity_finding (round_name, mended_at);
insert into identifier values ('fixity_finding', 0);
