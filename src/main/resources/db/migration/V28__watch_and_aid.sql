-- Children at risk by group, and the talks, visits and checks with them. While a child is in a group, it is in it once.
create table watch (
    id bigint not null primary key,
    student_id bigint not null references student (id),
    group_name varchar(30) not null,
    open_group varchar(60),
    since_on date not null,
    until_on date,
    reason varchar(1000) not null,
    end_reason varchar(1000) not null,
    visited_on date,
    responsible varchar(200) not null,
    phone varchar(40) not null,
    last_on date,
    recorded_by bigint not null,
    recorded_at timestamp not null,
    version integer not null,
    constraint watch_once unique (open_group)
);
create index watch_student on watch (student_id);
create index watch_open on watch (until_on, last_on);
create table watch_note (
    id bigint not null primary key,
    watch_id bigint not null references watch (id),
    kind varchar(20) not null,
    on_day date not null,
    made_by varchar(400) not null,
    words varchar(2000) not null,
    recorded_by bigint not null,
    recorded_at timestamp not null
);
create index watch_note_watch on watch_note (watch_id, on_day);
insert into identifier values ('watch', 0);
insert into identifier values ('watch_note', 0);

-- 资助: each a dated fact, never changed. What was wrong is taken back by an entry that counters it, once.
create table aid (
    id bigint not null primary key,
    student_id bigint not null references student (id),
    term varchar(20) not null,
    kind varchar(100) not null,
    amount decimal(12, 2) not null,
    paid_on date not null,
    evidence varchar(64) not null,
    note varchar(400) not null,
    counters_id bigint,
    recorded_by bigint not null,
    recorded_at timestamp not null,
    constraint aid_countered_once unique (counters_id)
);
create index aid_student on aid (student_id, term);
insert into identifier values ('aid', 0);
