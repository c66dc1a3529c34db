-- 用印审批: what was handed in lies beside the draft until it is approved; the approver stands beside the issuer.
alter table draft add column state varchar(20) not null default 'DRAFT';
alter table draft add column submitter_name varchar(100);
alter table draft add column submitter_role varchar(20);
alter table draft add column submitter_sensitive boolean;
alter table draft add column submitted_at timestamp;
alter table draft add column submitted_json ${blob};
alter table draft add column submitted_digest varchar(64);
alter table draft add column submitted_sensitive boolean;
alter table draft add column decider_name varchar(100);
alter table draft add column decided_at timestamp;
alter table draft add column return_reason varchar(200);
alter table draft add column request_key varchar(200);
alter table draft add column request_digest varchar(64);
update draft set state = 'ISSUED' where instrument_id is not null;
alter table draft add constraint draft_request unique (owner_id, request_key);
create index draft_waiting on draft (owner_path, state);

alter table instrument add column approved_by bigint;
alter table instrument add column approved_by_name varchar(100);
alter table instrument add column approved_at timestamp;
alter table instrument add column submitted_at timestamp;
