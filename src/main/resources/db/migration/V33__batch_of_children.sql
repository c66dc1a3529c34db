-- Papers for many children: prepared together, handed in and approved as one, then issued one by one.
alter table batch add column same_json varchar(30000) default '{}' not null;
alter table batch add column submitted_at timestamp;
alter table batch add column approver_id bigint;
alter table batch add column approver_name varchar(100) default '' not null;
alter table batch add column approver_role varchar(20);
alter table batch add column decided_at timestamp;
alter table batch add column reason varchar(1000) default '' not null;
alter table batch add column changed_at timestamp;
alter table batch_item add column presented varchar(64) default '' not null;
create index batch_owner_path on batch (owner_path, created_at);

-- Each time that a paper left for the printer, alone or in a run.
create table printing (
    id bigint not null primary key,
    run_id varchar(40) not null,
    instrument_id bigint not null references instrument (id),
    account_id bigint not null,
    account_name varchar(100) not null,
    printed_at timestamp not null
);
create index printing_of_paper on printing (instrument_id, printed_at);
insert into identifier values ('printing', 0);

-- What an office has issued and nobody has delivered.
create index instrument_of_issuer on instrument (issuer_id, state, kind, issued_on);
