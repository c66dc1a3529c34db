-- The turn of the school year: for each school and school year what was decided of its classes and of single children, the act by
-- which all went on, and what became of each child. The slot keeps a child from going on twice in one school year.
create table promotion (
    id bigint not null primary key,
    school_id bigint not null references office (id),
    school_year integer not null,
    state varchar(20) not null,
    digest varchar(64) not null,
    basis varchar(1000) not null,
    note varchar(2000) not null,
    children integer not null,
    office_id bigint not null,
    office_path varchar(200) not null,
    account_id bigint not null,
    username varchar(100) not null,
    display_name varchar(200) not null,
    role varchar(20) not null,
    may_read_sensitive boolean not null,
    address varchar(100) not null,
    ordered_at timestamp,
    done_at timestamp,
    version integer not null,
    constraint promotion_once unique (school_id, school_year)
);
create index promotion_state on promotion (state);
create table promotion_class (
    id bigint not null primary key,
    promotion_id bigint not null references promotion (id),
    grade varchar(40) not null,
    school_class varchar(40) not null,
    step varchar(20) not null,
    to_class varchar(40) not null,
    to_school_id bigint references office (id),
    constraint promotion_class_once unique (promotion_id, grade, school_class)
);
create table promotion_child (
    id bigint not null primary key,
    promotion_id bigint not null references promotion (id),
    student_id bigint not null references student (id),
    step varchar(20) not null,
    to_grade varchar(40) not null,
    to_class varchar(40) not null,
    to_school_id bigint references office (id),
    reason varchar(1000) not null,
    decided_by varchar(200) not null,
    constraint promotion_child_once unique (promotion_id, student_id)
);
create table promoted_child (
    id bigint not null primary key,
    promotion_id bigint not null references promotion (id),
    student_id bigint not null references student (id),
    school_year integer not null,
    step varchar(20) not null,
    slot varchar(60),
    movement_id bigint not null references student_movement (id),
    undone_id bigint references student_movement (id),
    constraint promoted_child_once unique (slot)
);
create index promoted_child_of on promoted_child (promotion_id);
create index promoted_child_student on promoted_child (student_id, school_year);
insert into identifier values ('promotion', 0);
insert into identifier values ('promotion_class', 0);
insert into identifier values ('promotion_child', 0);
insert into identifier values ('promoted_child', 0);
