-- Proofs as they were handed in. The files lie in the archive; a row without kept_at has its number and is on its way there.
create table evidence (
    id bigint not null primary key,
    archival_number varchar(60) not null unique,
    file_type varchar(10) not null,
    byte_count bigint not null,
    sha256 varchar(64) not null,
    file_name varchar(200) not null,
    student_id bigint references student (id),
    child_key bigint not null,
    office_id bigint not null references office (id),
    office_path varchar(200) not null,
    handed_in_by bigint not null,
    handed_in_by_name varchar(100) not null,
    sensitive boolean not null,
    record_json ${blob} not null,
    reserved_at timestamp not null,
    kept_at timestamp,
    constraint evidence_once unique (sha256, office_id, child_key)
);
create index evidence_student on evidence (student_id);
-- A start asks for what is not kept yet.
create index evidence_kept on evidence (kept_at);
insert into identifier values ('evidence', 0);
