-- Who asked not to be written to is forgotten, and who only wrote.
drop table do_not_contact;
delete from contacts where first_touched_at is null;
drop index contacts_username;
alter table contacts
    drop column wrote_at,
    drop column written_at,
    alter column first_touched_at set not null,
    alter column last_touched_at set not null;
