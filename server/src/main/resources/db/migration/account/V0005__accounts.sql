create table instagram_accounts (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    user_id uuid not null references users,
    username text not null check (username <> ''),
    instagram_user_id text,
    driver text not null,
    identity_encrypted bytea not null,
    consented_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (workspace_id, username)
);
-- An Instagram account belongs to one workspace of the instance.
create unique index instagram_accounts_owner on instagram_accounts (instagram_user_id);
call protect_tenant_table('instagram_accounts');

create table instagram_credentials (
    account_id uuid primary key references instagram_accounts on delete cascade,
    workspace_id uuid not null,
    session_data_encrypted bytea,
    password_hash text,
    signed_in_at timestamptz,
    expires_at timestamptz,
    updated_at timestamptz not null default now()
);
call protect_tenant_table('instagram_credentials');

create table user_bot_status (
    account_id uuid primary key references instagram_accounts on delete cascade,
    workspace_id uuid not null,
    user_id uuid not null,
    instagram_username text not null,
    session_valid boolean not null default false,
    state text not null default 'DISCONNECTED' check (state in (
        'DISCONNECTED', 'CONNECTING', 'VERIFICATION_REQUIRED', 'CONNECTED', 'DEGRADED', 'RATE_LIMITED', 'ACTION_BLOCKED',
        'LOGIN_REQUIRED', 'SUSPENDED')),
    state_since timestamptz not null default now(),
    error_code text,
    detail text,
    last_activity timestamptz,
    last_check_at timestamptz,
    last_check_ok_at timestamptz,
    failed_checks int not null default 0,
    updated_at timestamptz not null default now()
) with (fillfactor = 70);
call protect_tenant_table('user_bot_status');

create table verifications (
    id uuid primary key,
    workspace_id uuid not null,
    account_id uuid not null references instagram_accounts on delete cascade,
    kind text not null,
    method text,
    methods text[] not null,
    sent_to text,
    pending_encrypted bytea,
    password_hash text,
    tries_left int not null check (tries_left >= 0),
    expires_at timestamptz not null,
    ended_at timestamptz,
    created_at timestamptz not null default now()
);
-- The verification that an account waits for: one at most.
create unique index verifications_open on verifications (account_id) where ended_at is null;
call protect_tenant_table('verifications');
