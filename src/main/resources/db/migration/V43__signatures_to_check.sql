-- Copies whose signatures are still to be looked at, the oldest first.
create index returned_copy_signatures on returned_copy (signatures, filed_at);
