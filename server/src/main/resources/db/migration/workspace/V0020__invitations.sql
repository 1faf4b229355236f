-- Open invitations only: a row goes when it is accepted or revoked. Of a link's secret its hash alone is kept.
create table invitations (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    role text not null check (role in ('owner', 'manager', 'operator', 'viewer')),
    email text check (email <> ''),
    secret_hash bytea not null unique,
    invited_by uuid not null references users on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
-- The list of a workspace.
create index invitations_workspace on invitations (workspace_id, created_at);
call protect_tenant_table('invitations');
revoke update on invitations from ${app};

-- Whoever follows a link is no member yet: only the link tells which workspace is to be bound.
create function inviting_workspace(secret bytea) returns uuid
    language sql stable security definer set search_path = public, pg_temp
    return (select workspace_id from invitations where secret_hash = secret);
revoke execute on function inviting_workspace(bytea) from public;
grant execute on function inviting_workspace(bytea) to ${app};
