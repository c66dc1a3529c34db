alter table account add column may_approve boolean not null default false;
