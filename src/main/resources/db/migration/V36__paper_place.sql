-- Where the paper original of an instrument lies: in which box of which office, and on which shelf.
create table paper_place (
    instrument_id bigint not null primary key references instrument (id),
    office_id bigint not null references office (id),
    issued_year integer not null,
    box varchar(40) not null,
    shelf varchar(60) not null,
    placed_at timestamp not null,
    placed_by bigint not null,
    placed_by_name varchar(100) not null,
    version integer not null
);
create index paper_place_box on paper_place (office_id, box);
create index paper_place_year on paper_place (issued_year, office_id, box);
create index paper_place_latest on paper_place (office_id, placed_at);
create index instrument_year on instrument (serial_year, issuer_path, state, issued_on);
