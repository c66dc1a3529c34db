-- Our roll against other registers: the list as it was brought, its rows, what differs, and how each difference was settled.
create table reconciliation (
    id bigint not null primary key,
    register varchar(20) not null,
    register_name varchar(100) not null,
    file_name varchar(400) not null,
    sha256 varchar(64) not null,
    office_id bigint not null references office (id),
    office_path varchar(200) not null,
    account_id bigint not null,
    username varchar(200) not null,
    display_name varchar(200) not null,
    role varchar(20) not null,
    may_read_sensitive boolean not null,
    address varchar(100) not null,
    state varchar(20) not null,
    note varchar(4000) not null,
    titles varchar(16000) not null,
    not_compared varchar(8000) not null,
    not_granted varchar(1000) not null,
    passed_over varchar(8000) not null,
    rows_all integer not null,
    rows_read integer not null,
    read_to integer not null,
    matched_to integer not null,
    ours_to bigint not null,
    ours_numbered integer not null,
    same_count integer not null,
    instrument_id bigint references instrument (id),
    created_at timestamp not null,
    compared_at timestamp,
    issued_at timestamp,
    version integer not null
);
create unique index reconciliation_same on reconciliation (office_path, register_name, sha256);
create index reconciliation_newest on reconciliation (office_path, created_at);
create index reconciliation_state on reconciliation (state, created_at);

create table reconciliation_file (
    reconciliation_id bigint not null primary key references reconciliation (id),
    file_bytes ${blob} not null
);

-- one row of the list: its cells as JSON, and the child whom it names
create table register_row (
    reconciliation_id bigint not null,
    row_no integer not null,
    student_id bigint,
    cells varchar(32000) not null,
    primary key (reconciliation_id, row_no)
);
create index register_row_child on register_row (reconciliation_id, student_id);

-- those whom a row may name, where there is a doubt
create table register_candidate (
    reconciliation_id bigint not null,
    row_no integer not null,
    student_id bigint not null,
    primary key (reconciliation_id, row_no, student_id)
);
create index register_candidate_child on register_candidate (reconciliation_id, student_id);

create table register_finding (
    id bigint not null primary key,
    reconciliation_id bigint not null,
    kind varchar(20) not null,
    field varchar(40) not null,
    row_no integer not null,
    student_id bigint,
    name varchar(200) not null,
    born_on varchar(20) not null,
    masked_id varchar(60) not null,
    here_text varchar(1000) not null,
    there_text varchar(1000) not null,
    reason varchar(1000) not null,
    sensitive boolean not null,
    taken varchar(20) not null,
    note varchar(1000) not null,
    outcome varchar(1000) not null,
    settled_by varchar(200) not null,
    settled_at timestamp
);
create index register_finding_kind on register_finding (reconciliation_id, kind, field, row_no);
create index register_finding_open on register_finding (reconciliation_id, taken, row_no);
create index register_finding_row on register_finding (reconciliation_id, row_no);

insert into identifier values ('reconciliation', 0);
insert into identifier values ('register_finding', 0);
