-- 授权责令: an office that no statute names may order only by a document, from a day, perhaps until one.
alter table office add column order_basis varchar(200) not null default '';
alter table office add column order_from date;
alter table office add column order_until date;
-- To whom it reports, where that is not the office above it (市属学校向市教育局报告).
alter table office add column reports_to_id bigint references office (id);
-- Who took over what a closed office had.
alter table office add column successor_id bigint references office (id);
