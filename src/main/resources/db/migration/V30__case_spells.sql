-- A case was opened when its present absence began; when the first did stays beside it.
alter table case_file add column first_opened_on date;
update case_file set first_opened_on = opened_on;
update case_file set opened_on = (
    select max(e.happened_on) from case_event e
    where e.case_id = case_file.id and e.kind in ('OPENED', 'RELAPSED')
        and not exists (select 1 from case_event c
            where c.case_id = e.case_id and c.kind = 'CORRECTED'
                and c.facts like ('%"corrects":"' || rtrim(cast(e.id as char(20))) || '"%')))
    where id in (
        select e.case_id from case_event e
        where e.kind in ('OPENED', 'RELAPSED')
            and not exists (select 1 from case_event c
                where c.case_id = e.case_id and c.kind = 'CORRECTED'
                    and c.facts like ('%"corrects":"' || rtrim(cast(e.id as char(20))) || '"%'))
        group by e.case_id having count(*) > 1);
