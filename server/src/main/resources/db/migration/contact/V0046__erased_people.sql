-- Who was erased here and when, so that what was said before does not come back with a later reading of an inbox. Only hashes: of the number,
-- or of the name where no number was known. They stay when somebody is taken off the do-not-contact list.
create table erased_people (
    workspace_id uuid not null references workspaces on delete cascade,
    hash bytea not null,
    erased_at timestamptz not null,
    primary key (workspace_id, hash)
);
call protect_tenant_table('erased_people');
insert into erased_people (workspace_id, hash, erased_at)
select workspace_id, coalesce(instagram_user_id_hash, username_hash), max(created_at)
from do_not_contact where reason = 'erased'
group by 1, 2;
