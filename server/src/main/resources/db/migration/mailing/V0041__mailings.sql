-- One text to many people. What became of each message is kept with the messages.
create table mailings (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    account_id uuid not null references instagram_accounts on delete cascade,
    account_name text not null,
    user_id uuid not null,
    user_name text,
    template text not null,
    first_contacts boolean not null,
    spread_minutes int not null check (spread_minutes between 0 and 43200),
    correlation_id text not null,
    created_at timestamptz not null default now(),
    cancelled_at timestamptz
);
-- The list of a workspace's mailings, newest first: ids sort by time.
create index mailings_workspace on mailings (workspace_id, id);
call protect_tenant_table('mailings');

-- Everybody who was named, with the message, or the reason why there is none.
create table mailing_recipients (
    mailing_id uuid not null references mailings on delete cascade,
    workspace_id uuid not null,
    account_id uuid not null,
    position int not null,
    username text not null,
    message_id uuid,
    error_code text,
    error_detail text,
    primary key (mailing_id, position)
);
call protect_tenant_table('mailing_recipients');

-- Whether mailings of a workspace may go to people who have not written first: its owners decide.
create table mailing_policies (
    workspace_id uuid primary key references workspaces on delete cascade,
    first_contacts boolean not null
);
call protect_tenant_table('mailing_policies');
