-- Who wrote to the account, and to whom it wrote. Somebody who only wrote has not been touched.
alter table contacts
    alter column first_touched_at drop not null,
    alter column last_touched_at drop not null,
    add column wrote_at timestamptz,
    add column written_at timestamptz;
-- The one of a name.
create index contacts_username on contacts (account_id, username);

-- Whom nobody in the workspace writes to. Of an erased person only hashes are kept, so that they stay recognised.
create table do_not_contact (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    username text check (username = lower(username)),
    instagram_user_id text,
    username_hash bytea not null,
    instagram_user_id_hash bytea,
    reason text not null check (reason in ('asked', 'opted_out', 'erased')),
    note text,
    user_name text,
    created_at timestamptz not null default now(),
    unique (workspace_id, username_hash)
);
-- Somebody who is known by number, whatever they are called now.
create unique index do_not_contact_number on do_not_contact (workspace_id, instagram_user_id_hash);
call protect_tenant_table('do_not_contact');
