-- The school of the children whose rows name none, where the roster is brought by an office above the schools.
alter table roster_import add column school_id bigint;
