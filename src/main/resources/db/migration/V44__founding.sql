-- a bureau that was led through the beginning and does not want to see the list on its desk any more
create table founding_dismissal (
    office_id bigint not null primary key,
    account_id bigint not null,
    dismissed_at timestamp not null
);
