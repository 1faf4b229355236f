-- A token with a name is a program's, and may do what its rights say; one without is a sign-in's.
alter table api_tokens
    add column name text check (name <> ''),
    add column rights text[] not null default '{}',
    add column last_used_from text not null default '',
    add column last_used_by text not null default '';
create unique index api_tokens_name on api_tokens (user_id, lower(name)) where name is not null;
