-- How far each bag of the archive was found whole, so that a start looks only at what came after.
create table archive_checkpoint (
    bag varchar(80) not null primary key,
    found_whole ${blob} not null
);
