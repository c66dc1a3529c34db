-- What happened in a case, event by event; never changed, never deleted. Its state is computed from them, the case keeps a copy.
create table case_event (
    id bigint not null primary key,
    case_id bigint not null references case_file (id),
    kind varchar(30) not null,
    happened_on date not null,
    recorded_at timestamp not null,
    recorded_by bigint not null,
    recorder varchar(200) not null,
    office_id bigint not null references office (id),
    words varchar(4000) not null,
    late varchar(1000) not null,
    facts varchar(8000) not null,
    basis varchar(2000) not null
);
create index case_event_case on case_event (case_id);

-- Cases of before as events. Ids carry no order; those of one origin get the same remainder by four.
insert into case_event
    select c.id * 4, c.id, 'OPENED', c.opened_on, c.created_at, c.opened_by, coalesce(a.display_name, ''),
        coalesce(s.school_id, s.township_id), c.reason, '', '{}', ''
    from case_file c join student s on s.id = c.student_id left join account a on a.id = c.opened_by;
insert into case_event
    select c.id * 4 + 1, c.id, 'CONFIRMED', c.opened_on, c.created_at, c.opened_by, coalesce(a.display_name, ''),
        coalesce(s.school_id, s.township_id), '', '', '{}', ''
    from case_file c join student s on s.id = c.student_id left join account a on a.id = c.opened_by;
insert into case_event
    select p.id * 4 + 2, p.case_id, 'PERSUADED', p.made_on, p.created_at, p.recorded_by, coalesce(a.display_name, ''),
        coalesce(s.school_id, s.township_id), '', '', '{"persuasion":"' || rtrim(cast(p.id as char(20))) || '"}', ''
    from persuasion p join case_file c on c.id = p.case_id join student s on s.id = c.student_id
    left join account a on a.id = p.recorded_by;
-- A child that was entered as back at school has returned on that day.
insert into case_event
    select m.id * 4 + 3, c.id, 'RETURNED', m.moved_on, m.recorded_at, m.recorded_by, m.recorder,
        coalesce(m.to_school_id, s.township_id), '', '', '{}', ''
    from case_file c join student s on s.id = c.student_id join student_movement m on m.student_id = s.id
    where c.state = 'OPEN' and s.state in ('ENROLLED', 'RETURNED', 'AT_RISK') and m.kind = 'RESUMPTION'
        and m.moved_on >= c.opened_on
        and not exists (select 1 from student_movement l where l.student_id = s.id and l.kind = 'RESUMPTION' and l.recorded_at > m.recorded_at);
insert into identifier select 'case_event', coalesce(max(id), 0) from case_event;

alter table case_file add column lead_office_id bigint;
alter table case_file add column until_on date;
update case_file set lead_office_id = (select coalesce(s.school_id, s.township_id) from student s where s.id = case_file.student_id);
update case_file set state = 'STRUCK_OFF' where state = 'CLOSED';
update case_file set state = 'RETURNED'
    where state = 'OPEN' and exists (select 1 from case_event e where e.case_id = case_file.id and e.kind = 'RETURNED');
update case_file set state = 'OUT' where state = 'OPEN';
create index case_file_state on case_file (state);

alter table persuasion add column person_lines varchar(1000) default '' not null;
alter table persuasion add column met varchar(10) default '' not null;
alter table persuasion add column child_said varchar(2000) default '' not null;
alter table persuasion add column guardian_said varchar(2000) default '' not null;
alter table persuasion add column promised_on date;
alter table persuasion add column not_returned varchar(1000) default '' not null;
alter table persuasion add column photos varchar(2000) default '' not null;
alter table persuasion add column withdrawn boolean default false not null;

-- A case that was handed over is seen by the office that leads it, wherever the child lives and learns.
alter table student add column care_path varchar(200);
create index student_care_path on student (care_path);
