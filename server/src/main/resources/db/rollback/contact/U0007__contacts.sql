drop table protected_people;
drop table contacts;
