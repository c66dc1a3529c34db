-- Blank forms that bear the code of a reserved draft, to be filled by hand where there is no computer. The draft may be
-- thrown away; its code stays known, so that a sheet which comes back later says why it goes nowhere.
create table blank_paper (
    id bigint not null primary key,
    token varchar(32) not null,
    draft_id bigint not null,
    form_title varchar(300) not null,
    office_id bigint not null references office (id),
    owner_path varchar(200) not null,
    printed_at timestamp not null,
    printed_by_name varchar(100) not null,
    times integer not null,
    version integer not null
);
create unique index blank_paper_token on blank_paper (token);
create unique index blank_paper_draft on blank_paper (draft_id);
insert into identifier values ('blank_paper', 0);

-- A sheet that came back filled by hand lies at that draft until it is issued.
alter table scan_sheet add column draft_id bigint;
create index scan_sheet_draft on scan_sheet (draft_id);
