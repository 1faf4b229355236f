-- What an account's inbox holds, as last heard of. Names are as last seen.
create table conversations (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    account_id uuid not null references instagram_accounts on delete cascade,
    account_name text not null,
    thread_id text not null,
    person_id text,
    person_name text,
    people text[] not null,
    request boolean not null default false,
    unread boolean not null default false,
    last_at timestamptz not null,
    last_text text not null default '',
    last_own boolean not null default false,
    assignee_id uuid,
    assignee_name text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (account_id, thread_id)
) with (fillfactor = 70);
-- The inbox of a workspace, newest first, and of one account.
create index conversations_workspace on conversations (workspace_id, last_at desc, id desc);
create index conversations_account on conversations (account_id, last_at desc, id desc);
call protect_tenant_table('conversations');

-- Everything that was said in them. Instagram's own ids keep each there once, however often and in whatever order it is heard of.
create table conversation_messages (
    id uuid primary key,
    workspace_id uuid not null,
    account_id uuid not null,
    conversation_id uuid not null references conversations on delete cascade,
    instagram_id text not null,
    own boolean not null,
    sender_id text,
    at timestamptz not null,
    kind text not null check (kind in ('text', 'attachment', 'other')),
    content text not null,
    address text,
    edited_at timestamptz,
    unsent_at timestamptz,
    created_at timestamptz not null default now(),
    unique (conversation_id, instagram_id)
);
-- A conversation, newest first.
create index conversation_messages_order on conversation_messages (conversation_id, at desc, instagram_id desc);
call protect_tenant_table('conversation_messages');

-- When each account's inbox was last read, and by which action it will be read next.
create table inbox_readings (
    account_id uuid primary key references instagram_accounts on delete cascade,
    workspace_id uuid not null,
    action_id uuid,
    read_at timestamptz,
    quiet int not null default 0
);
call protect_tenant_table('inbox_readings');
