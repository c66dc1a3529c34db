create table account (
    id bigint not null primary key,
    username varchar(64) not null unique,
    password_hash varchar(200) not null,
    display_name varchar(100) not null,
    role varchar(20) not null,
    office_id bigint not null,
    office_path varchar(200) not null,
    may_read_sensitive boolean not null,
    closed boolean not null,
    must_change_password boolean not null,
    version bigint not null
);
create sequence account_ids start with 50 increment by 50;
