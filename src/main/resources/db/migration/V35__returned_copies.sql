-- What comes back on paper: piles of scanned sheets, each sheet until it is settled, and the copies that were filed.
create table scan_pile (
    id bigint not null primary key,
    title varchar(300) not null,
    sha256 varchar(64) not null,
    state varchar(20) not null,
    pages integer not null,
    owner_id bigint not null,
    owner_name varchar(100) not null,
    owner_role varchar(20) not null,
    owner_path varchar(200) not null,
    owner_sensitive boolean not null,
    uploaded_at timestamp not null,
    settled_at timestamp,
    version integer not null
);
create unique index scan_pile_same on scan_pile (owner_path, sha256);
create index scan_pile_newest on scan_pile (owner_path, uploaded_at);
create index scan_pile_state on scan_pile (state, uploaded_at);

create table scan_file (
    id bigint not null primary key,
    pile_id bigint not null references scan_pile (id),
    n integer not null,
    name varchar(300) not null,
    signed boolean not null,
    pages integer not null
);
create unique index scan_file_n on scan_file (pile_id, n);

create table scan_sheet (
    id bigint not null primary key,
    pile_id bigint not null references scan_pile (id),
    n integer not null,
    file_no integer not null,
    state varchar(20) not null,
    setback varchar(20),
    codes varchar(4000) not null,
    blank boolean not null,
    instrument_id bigint references instrument (id),
    page integer not null,
    parts varchar(100) not null,
    copy_no integer not null,
    note varchar(1000) not null,
    settled_by_name varchar(100) not null,
    settled_at timestamp,
    version integer not null
);
create unique index scan_sheet_n on scan_sheet (pile_id, n);
create index scan_sheet_paper on scan_sheet (instrument_id, state);
create index scan_sheet_waiting on scan_sheet (state, pile_id);

create table returned_copy (
    id bigint not null primary key,
    instrument_id bigint not null references instrument (id),
    n integer not null,
    sha256 varchar(64) not null,
    pages integer not null,
    signatures varchar(20) not null,
    filed_at timestamp not null,
    filed_by bigint not null,
    filed_by_name varchar(100) not null,
    version integer not null
);
create unique index returned_copy_n on returned_copy (instrument_id, n);

insert into identifier values ('scan_pile', 0);
insert into identifier values ('scan_file', 0);
insert into identifier values ('scan_sheet', 0);
insert into identifier values ('returned_copy', 0);
