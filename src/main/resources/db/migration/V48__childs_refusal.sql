-- Whether the child itself refuses, as those who heard it judged: true, false, or '' where nobody said.
alter table persuasion add column child_refuses varchar(5) default '' not null;
