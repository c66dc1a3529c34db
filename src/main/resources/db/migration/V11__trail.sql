-- An event names the child that it is about, whatever its subject is, and the role in which somebody acted. Both are part of
-- what is hashed where they are given. Events from before have neither and keep their hashes.
alter table audit_event add column child bigint default 0 not null;
alter table audit_event add column actor_role varchar(20) default '' not null;
create index audit_event_child on audit_event (child, id);
create index audit_event_act on audit_event (act, id);
create index audit_event_office on audit_event (office, id);
