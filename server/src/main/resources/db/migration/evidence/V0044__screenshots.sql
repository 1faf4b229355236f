-- What the browser saw: where a call failed, or was asked for. What is typed, and what others wrote, is blanked before.
create table screenshots (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    account_id uuid not null references instagram_accounts on delete cascade,
    action_id uuid,
    correlation_id text,
    call text not null,
    refusal text,
    path text not null,
    picture bytea not null,
    source text not null,
    taken_at timestamptz not null default now()
);
-- It is compressed already.
alter table screenshots alter column picture set storage external;
-- The newest of an account; the oldest of a workspace.
create index screenshots_account on screenshots (account_id, id);
create index screenshots_workspace on screenshots (workspace_id, taken_at);
-- Those of one action.
create index screenshots_action on screenshots (action_id) where action_id is not null;
call protect_tenant_table('screenshots');
