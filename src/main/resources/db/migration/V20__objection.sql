-- Who is named as signatory of a paper that went out without approval may object; whoever handed a paper in is told of its
-- approval until it was looked at. What was approved before counts as looked at.
create table objection (
    instrument_id bigint not null primary key references instrument (id),
    account_id bigint not null,
    display_name varchar(100) not null,
    reason varchar(500) not null,
    objected_at timestamp not null
);
alter table draft add column approval_seen boolean default true not null;
