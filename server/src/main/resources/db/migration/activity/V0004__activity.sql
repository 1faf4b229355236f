-- Instance-level: the mirror of the catalogue in code, readable by everybody.
create table error_codes (
    code text primary key,
    name text not null unique,
    module text not null,
    severity text not null,
    title text not null,
    description text not null,
    file_path text not null,
    recommended_action text not null,
    created_at timestamptz not null default now()
);
grant select, insert, update, delete on error_codes to ${app};

-- Names are snapshots: a row says what was true when it was written. The transaction's id lets the live feed read only what no
-- open transaction can still add to.
create table activity_logs (
    id uuid not null,
    seq bigint generated always as identity,
    tx xid8 not null default pg_current_xact_id(),
    workspace_id uuid,
    user_id uuid,
    user_name text,
    account_id uuid,
    account_name text,
    action text not null,
    status text not null check (status in ('started', 'succeeded', 'skipped', 'failed', 'unconfirmed', 'warning', 'info')),
    subject text,
    error_message text,
    file_path text,
    line int,
    correlation_id text,
    metadata jsonb not null default '{}',
    error_code text generated always as (metadata ->> 'error_code') stored,
    created_at timestamptz not null default now(),
    primary key (created_at, id)
) partition by range (created_at);
-- The list of a workspace, newest first, and its live feed, oldest first.
create index activity_logs_feed on activity_logs (workspace_id, tx, seq);
-- The list of one account.
create index activity_logs_account on activity_logs (account_id, tx, seq);
-- How often a workspace met an error lately, and the list of one code. A column of its own, because behind row-level security only
-- operators that leak nothing look into an index, and those of jsonb are none.
create index activity_logs_errors on activity_logs (workspace_id, error_code, created_at) where error_code is not null;
call protect_tenant_table('activity_logs');
revoke update, delete on activity_logs from ${app};
-- What happens outside any workspace (a bug in a stranger's request) is written too; only the owner's dumps show it.
create policy instance_level on activity_logs for insert to ${app} with check (workspace_id is null);
