-- What is typed into a ledger's columns that no fact fills, an office's for a period; it lies here before and after it is submitted.
create table typed_cell (
    id bigint not null primary key,
    ledger varchar(140) not null,
    office_id bigint not null references office (id),
    period varchar(20) not null,
    row_key varchar(300) not null,
    column_name varchar(60) not null,
    words varchar(500) not null,
    typed_by varchar(200) not null,
    typed_at timestamp not null,
    constraint typed_cell_once unique (office_id, ledger, period, row_key, column_name)
);
insert into identifier values ('typed_cell', 0);

-- The draft under which a comparison's table waits for its approval.
alter table reconciliation add column draft_id bigint;
