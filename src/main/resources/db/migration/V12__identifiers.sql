-- The last id that was given out in each table. Ids are taken in blocks; the identity columns and the sequence of old homes
-- stay and are used no more. A table that comes later enters itself here.
create table identifier (
    table_name varchar(60) not null primary key,
    last_id bigint not null
);
insert into identifier select 'account', coalesce(max(id), 0) from account;
insert into identifier select 'audit_event', coalesce(max(id), 0) from audit_event;
insert into identifier select 'case_file', coalesce(max(id), 0) from case_file;
insert into identifier select 'draft', coalesce(max(id), 0) from draft;
insert into identifier select 'duplicate_enquiry', coalesce(max(id), 0) from duplicate_enquiry;
insert into identifier select 'instrument', coalesce(max(id), 0) from instrument;
insert into identifier select 'office', coalesce(max(id), 0) from office;
insert into identifier select 'persuasion', coalesce(max(id), 0) from persuasion;
insert into identifier select 'roster_import', coalesce(max(id), 0) from roster_import;
insert into identifier select 'student', coalesce(max(id), 0) from student;
insert into identifier select 'student_movement', coalesce(max(id), 0) from student_movement;

-- The trail is read by time, no longer by id.
drop index audit_event_time;
drop index audit_event_account;
drop index audit_event_child;
drop index audit_event_act;
drop index audit_event_office;
create index audit_event_time on audit_event (happened_at, id);
create index audit_event_account on audit_event (account, happened_at, id);
create index audit_event_child on audit_event (child, happened_at, id);
create index audit_event_act on audit_event (act, happened_at, id);
create index audit_event_office on audit_event (office, happened_at, id);
