-- One per account, written by one tick at a time: the epoch only grows, and every write of a tick demands its own.
create table bot_instances (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    user_id uuid not null,
    user_name text,
    account_id uuid not null unique references instagram_accounts on delete cascade,
    account_name text not null,
    started boolean not null default false,
    state_since timestamptz not null default now(),
    epoch bigint not null default 0,
    cooldown_until timestamptz,
    cooldown_strikes int not null default 0,
    attention_code text,
    error_code text,
    error_detail text,
    error_at timestamptz,
    automation_due_at timestamptz not null default '-infinity',
    person_due_at timestamptz not null default '-infinity',
    last_action_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
) with (fillfactor = 50);
call protect_tenant_table('bot_instances');

-- The queue: only what has not ended. An action that ends moves to ended_actions.
create table bot_actions (
    id uuid primary key,
    workspace_id uuid not null,
    account_id uuid not null references bot_instances (account_id) on delete cascade,
    lane smallint not null check (lane between 0 and 2),
    kind text not null,
    state text not null default 'queued' check (state in ('queued', 'executing')),
    due_at timestamptz not null,
    wait_reason text,
    attempts int not null default 0,
    idempotency_token text,
    look_at timestamptz,
    job_id uuid,
    target_id text,
    target text,
    payload jsonb not null default '{}',
    secret_encrypted bytea,
    user_id uuid,
    correlation_id text,
    created_at timestamptz not null default now()
) with (fillfactor = 50);
-- The next action of a bot: lane by lane, the one that is due first.
create index bot_actions_next on bot_actions (account_id, state, lane, due_at, id);
-- The actions of a job, to cancel or pause them.
create index bot_actions_job on bot_actions (job_id) where job_id is not null;
call protect_tenant_table('bot_actions');

create table ended_actions (
    id uuid not null,
    workspace_id uuid not null,
    account_id uuid not null,
    lane smallint not null,
    kind text not null,
    state text not null check (state in ('succeeded', 'skipped', 'failed', 'unconfirmed', 'cancelled')),
    error_code text,
    error_detail text,
    attempts int not null,
    job_id uuid,
    target_id text,
    target text,
    result jsonb not null default '{}',
    user_id uuid,
    correlation_id text,
    created_at timestamptz not null,
    ended_at timestamptz not null default now(),
    primary key (ended_at, id)
) partition by range (ended_at);
-- Waiting for the outcome of one action.
create index ended_actions_id on ended_actions (id);
call protect_tenant_table('ended_actions');

-- Instance-level: the scheduler's own table; it holds ids only.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
) with (fillfactor = 50);
-- Picking what is due.
create index scheduled_tasks_due on scheduled_tasks (execution_time) where picked = false;
-- Finding what a dead node held.
create index scheduled_tasks_held on scheduled_tasks (last_heartbeat) where picked = true;
grant select, insert, update, delete on scheduled_tasks to ${app};
