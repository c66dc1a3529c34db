alter table account add column one_time_until timestamp;

create table account_sign_in (
    account_id bigint not null primary key references account (id),
    last_at timestamp
);
insert into account_sign_in (account_id) select id from account;
