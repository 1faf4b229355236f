-- Without its rights a program's token would open everything.
delete from api_tokens where name is not null;
drop index api_tokens_name;
alter table api_tokens drop column name, drop column rights, drop column last_used_from, drop column last_used_by;
