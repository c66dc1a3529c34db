-- The secret address under which an account's calendar reads what is due; kept as a digest, one an account.
create table feed_key (
    account_id bigint not null primary key references account (id),
    key_digest varchar(64) not null,
    created_at timestamp not null,
    constraint feed_key_once unique (key_digest)
);
-- What offices answer the calendar with is found by form and day, however large the archive.
create index instrument_form on instrument (form, issued_on);
