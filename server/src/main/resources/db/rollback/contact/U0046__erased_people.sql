-- What was said by erased people before may come back.
drop table erased_people;
