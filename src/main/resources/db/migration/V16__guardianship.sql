-- Who stands on the roster so far was entered under the word guardian.
alter table student_guardian add column guardianship varchar(10) not null default 'YES';
alter table roster_import_guardian add column guardianship varchar(10) not null default 'YES';
