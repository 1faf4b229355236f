create table jobs (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    user_id uuid not null,
    user_name text,
    account_id uuid not null references instagram_accounts on delete cascade,
    kind text not null,
    hashtag text not null,
    amount int not null check (amount between 1 and 1000),
    skip_private boolean not null default false,
    dry_run boolean not null default false,
    state text not null default 'queued' check (state in ('queued', 'running', 'paused', 'completed', 'failed', 'cancelled')),
    error_code text,
    error_detail text,
    candidates int not null default 0 check (candidates >= 0),
    under_way int not null default 0 check (under_way >= 0),
    succeeded int not null default 0,
    skipped int not null default 0,
    failed int not null default 0,
    unconfirmed int not null default 0,
    next_cursor text,
    pages int not null default 0,
    searching boolean not null default false,
    exhausted boolean not null default false,
    correlation_id text not null,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz,
    updated_at timestamptz not null default now(),
    -- Whatever happens, nobody is followed beyond the number that was asked for.
    constraint jobs_amount_kept check (succeeded + unconfirmed + under_way <= amount)
) with (fillfactor = 70);
-- The list of a workspace's jobs, newest first: ids sort by time.
create index jobs_workspace on jobs (workspace_id, id);
-- The same of one account.
create index jobs_account on jobs (account_id, id);
-- Whom other jobs of the same account are about to follow.
create index jobs_going on jobs (account_id) where state in ('queued', 'running', 'paused');
call protect_tenant_table('jobs');

-- Everybody that a job has seen, with the outcome or the reason why not.
create table job_targets (
    job_id uuid not null references jobs on delete cascade,
    instagram_user_id text not null,
    workspace_id uuid not null,
    position int not null,
    username text not null,
    state text not null check (state in ('candidate', 'queued', 'succeeded', 'skipped', 'failed', 'unconfirmed')),
    error_code text,
    error_detail text,
    updated_at timestamptz not null default now(),
    primary key (job_id, instagram_user_id)
) with (fillfactor = 70);
-- A job's targets in the order in which they were seen.
create unique index job_targets_position on job_targets (job_id, position);
-- The next candidates.
create index job_targets_candidates on job_targets (job_id, position) where state = 'candidate';
call protect_tenant_table('job_targets');
