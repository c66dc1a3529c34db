-- One paper is one child's. Children that share one stay as they are until somebody looks after them.
alter table student add column paper_key varchar(110);
create index student_other_paper on student (other_paper_number);
update student set paper_key = other_paper_kind || ' ' || other_paper_number
    where other_paper_number is not null and other_paper_kind <> '其他'
    and not exists (select 1 from student o where o.other_paper_kind = student.other_paper_kind
        and o.other_paper_number = student.other_paper_number and o.id <> student.id);
alter table student add constraint student_paper unique (paper_key);

-- What the national roster says of every child without a disability was kept as a remark.
update student set disability_remark = '' where disability_kind = '' and disability_grade = '' and disability_certificate = ''
    and disability_remark in ('无残疾', '0-无残疾', '非残疾人', '非残疾', '0', '无', '否', '没有', '正常');
update student set disability_kind = '视力', disability_remark = ''
    where disability_kind = '' and disability_remark in ('1', '1-视力残疾', '视力残疾人');
update student set disability_kind = '听力', disability_remark = ''
    where disability_kind = '' and disability_remark in ('2', '2-听力残疾', '听力残疾人');
update student set disability_kind = '言语', disability_remark = ''
    where disability_kind = '' and disability_remark in ('3', '3-言语残疾', '言语残疾人');
update student set disability_kind = '肢体', disability_remark = ''
    where disability_kind = '' and disability_remark in ('4', '4-肢体残疾', '肢体残疾人');
update student set disability_kind = '智力', disability_remark = ''
    where disability_kind = '' and disability_remark in ('5', '5-智力残疾', '智力残疾人');
update student set disability_kind = '精神', disability_remark = ''
    where disability_kind = '' and disability_remark in ('6', '6-精神残疾', '精神残疾人');
update student set disability_kind = '多重', disability_remark = ''
    where disability_kind = '' and disability_remark in ('7', '7-多重残疾', '多重残疾人');
