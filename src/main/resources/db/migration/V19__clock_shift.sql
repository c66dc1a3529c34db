-- By how much a demo home goes before or after the machine's clock; kept, so that it goes on from start to start.
alter table installation add column shift_seconds bigint default 0 not null;
