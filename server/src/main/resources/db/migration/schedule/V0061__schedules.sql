-- A job that is ordered again at its times. The scheduler has one row for each that has a next time.
create table schedules (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    user_id uuid not null,
    user_name text not null,
    account_id uuid not null references instagram_accounts on delete cascade,
    account_name text not null,
    job_id uuid not null references jobs on delete cascade,
    title text not null,
    repeats text not null check (repeats in ('once', 'daily', 'weekly', 'cron')),
    at text,
    days text not null,
    cron text,
    time_zone text not null,
    paused boolean not null default false,
    next_at timestamptz,
    last_job_id uuid not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
-- The list of a workspace's schedules.
create index schedules_workspace on schedules (workspace_id, id);
call protect_tenant_table('schedules');

-- What came of each time. None counts twice.
create table schedule_runs (
    id uuid primary key,
    workspace_id uuid not null,
    account_id uuid not null,
    schedule_id uuid not null references schedules on delete cascade,
    due_at timestamptz not null,
    ran_at timestamptz not null default now(),
    job_id uuid,
    error_code text,
    detail text,
    unique (schedule_id, due_at)
);
-- The latest of a schedule.
create index schedule_runs_schedule on schedule_runs (schedule_id, id);
call protect_tenant_table('schedule_runs');
