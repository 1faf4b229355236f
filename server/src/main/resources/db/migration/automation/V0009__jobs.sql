create table jobs (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    user_id uuid not null,
    account_id uuid not null references instagram_accounts on delete cascade,
    kind text not null,
    hashtag text not null,
    amount int not null check (amount between 1 and 1000),
    skip_private boolean not null default false,
    dry_run boolean not null default false,
    state text not null check (state in ('queued', 'running', 'waiting', 'paused', 'completed', 'failed', 'cancelled')),
    reason text,
    error_code text,
    succeeded int not null default 0,
    skipped int not null default 0,
    failed int not null default 0,
    under_way int not null default 0,
    next_cursor text,
    exhausted boolean not null default false,
    correlation_id text,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz,
    updated_at timestamptz not null default now()
) with (fillfactor = 70);
-- The list of an account's jobs, newest first.
create index jobs_account on jobs (account_id, created_at desc, id desc);
call protect_tenant_table('jobs');

-- Everybody that a job has seen, with the outcome or the reason why not.
create table job_targets (
    job_id uuid not null references jobs on delete cascade,
    instagram_user_id text not null,
    workspace_id uuid not null,
    position int not null,
    username text not null,
    state text not null check (state in ('candidate', 'queued', 'succeeded', 'skipped', 'failed', 'unconfirmed', 'cancelled')),
    reason text,
    error_code text,
    updated_at timestamptz not null default now(),
    primary key (job_id, instagram_user_id)
) with (fillfactor = 70);
-- A job's targets in the order in which they were seen, and the next candidates.
create index job_targets_position on job_targets (job_id, position);
create index job_targets_candidates on job_targets (job_id, position) where state = 'candidate';
call protect_tenant_table('job_targets');
