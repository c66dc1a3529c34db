-- 双线四包: who answers for which office, village, grade, class or child in a school year. Who answers now has the slot; whoever
-- answered before keeps the row without it.
create table duty (
    id bigint not null primary key,
    school_year integer not null,
    layer varchar(30) not null,
    office_id bigint not null references office (id),
    village varchar(200) not null,
    grade varchar(40) not null,
    school_class varchar(40) not null,
    student_id bigint references student (id),
    what varchar(400) not null,
    slot varchar(400),
    name varchar(200) not null,
    post varchar(200) not null,
    phone varchar(40) not null,
    from_on date not null,
    until_on date,
    reason varchar(1000) not null,
    follows_id bigint,
    agreement_id bigint,
    agreement_serial varchar(100) not null,
    agreement_on date,
    signed_on date,
    signed_evidence varchar(100) not null,
    recorded_by bigint not null,
    recorded_at timestamp not null,
    version integer not null,
    constraint duty_one_at_a_time unique (school_year, layer, slot)
);
create index duty_what on duty (school_year, layer, what);
create index duty_student on duty (student_id);
create index duty_office on duty (office_id);
insert into identifier values ('duty', 0);

-- Papers for many: a job and its items, each of which is one issuing under a key of its own. A claim keeps a second paper from
-- being made for the same thing while the first holds.
create table batch (
    id bigint not null primary key,
    title varchar(200) not null,
    form varchar(100) not null,
    state varchar(20) not null,
    total integer not null,
    owner_id bigint not null,
    owner_name varchar(100) not null,
    owner_role varchar(20) not null,
    owner_path varchar(200) not null,
    owner_sensitive boolean not null,
    created_at timestamp not null,
    finished_at timestamp,
    version integer not null
);
create index batch_state on batch (state, created_at);
create table batch_item (
    id bigint not null primary key,
    batch_id bigint not null references batch (id),
    position_no integer not null,
    student_id bigint,
    case_id bigint,
    office_id bigint,
    term varchar(20) not null,
    label varchar(400) not null,
    about varchar(100) not null,
    claim varchar(100),
    values_json varchar(30000) not null,
    state varchar(20) not null,
    attempts integer not null,
    instrument_id bigint,
    message varchar(1000) not null,
    changed_at timestamp not null,
    version integer not null,
    constraint batch_item_claim unique (claim),
    constraint batch_item_position unique (batch_id, position_no)
);
create index batch_item_state on batch_item (batch_id, state);
insert into identifier values ('batch', 0);
insert into identifier values ('batch_item', 0);
