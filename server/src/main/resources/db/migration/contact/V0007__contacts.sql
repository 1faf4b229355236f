-- Who an account has touched before.
create table contacts (
    account_id uuid not null references instagram_accounts on delete cascade,
    instagram_user_id text not null,
    workspace_id uuid not null,
    username text not null,
    first_touched_at timestamptz not null,
    last_touched_at timestamptz not null,
    primary key (account_id, instagram_user_id)
);
call protect_tenant_table('contacts');

-- People that no bot of the workspace ever touches.
create table protected_people (
    workspace_id uuid not null references workspaces on delete cascade,
    username text not null check (username = lower(username)),
    note text,
    created_at timestamptz not null default now(),
    primary key (workspace_id, username)
);
call protect_tenant_table('protected_people');
