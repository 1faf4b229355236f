-- Addresses that are told of what happens. What is said to them is signed with a secret that they know.
create table alert_webhooks (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    url text not null,
    secret_encrypted bytea not null,
    -- The secret before, with which is signed too for a while, so that whoever receives can change over.
    former_secret_encrypted bytea,
    former_until timestamptz,
    created_at timestamptz not null,
    -- Since when nothing has come through; null while all does.
    failing_since timestamptz,
    disabled_at timestamptz,
    disabled_because text check (disabled_because in ('person', 'failing', 'gone'))
);
create index alert_webhooks_workspace on alert_webhooks (workspace_id, id);
call protect_tenant_table('alert_webhooks');

-- Of what whom to tell.
create table alert_rules (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    name text not null,
    events text[] not null check (events <> '{}'),
    mail_owners boolean not null,
    mail_to uuid[] not null default '{}',
    webhooks uuid[] not null default '{}',
    enabled boolean not null default true,
    created_at timestamptz not null
);
-- Read whenever something happens.
create index alert_rules_workspace on alert_rules (workspace_id, id);
call protect_tenant_table('alert_rules');

-- What was told, and until when nothing more is told of the same. Whoever may not know of an account may still count here.
create table alert_topics (
    rule_id uuid not null references alert_rules on delete cascade,
    workspace_id uuid not null references workspaces on delete cascade,
    event text not null,
    topic text not null,
    quiet_until timestamptz not null,
    left_out int not null default 0,
    told_before int not null default 0,
    primary key (rule_id, event, topic)
);
call protect_tenant_table('alert_topics');

-- What has happened and is to be told by a rule.
create table alerts (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    rule_id uuid not null references alert_rules on delete cascade,
    event text not null,
    account_id uuid,
    account_name text,
    state text,
    error_code text,
    about text not null,
    path text not null,
    repeats int not null,
    happened_at timestamptz not null,
    told_at timestamptz
);
-- What is still to be told; the rest is kept for the page, newest first.
create index alerts_untold on alerts (workspace_id, happened_at) where told_at is null;
create index alerts_newest on alerts (workspace_id, happened_at desc);
call protect_tenant_table('alerts');

-- The outbox of webhooks, and the log of what came of it.
create table alert_deliveries (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    webhook_id uuid not null references alert_webhooks on delete cascade,
    account_id uuid,
    event text not null,
    body text not null,
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
    attempts int not null default 0,
    due_at timestamptz not null,
    created_at timestamptz not null,
    tried_at timestamptz,
    answer_status int,
    answer text,
    trouble text
);
-- Taking the next one that is due.
create index alert_deliveries_due on alert_deliveries (workspace_id, due_at) where state = 'waiting';
-- The log of a webhook, newest first: ids sort by time.
create index alert_deliveries_webhook on alert_deliveries (webhook_id, id);
call protect_tenant_table('alert_deliveries');

-- Which workspaces have something to tell must be known before one of them is bound; in one that is bound, there is only its own row.
create table alert_turns (
    workspace_id uuid primary key references workspaces on delete cascade,
    due_at timestamptz not null,
    -- Grows with whatever is added, so that whoever is about to end the turn sees that it was too early.
    added bigint not null default 1
);
create index alert_turns_due on alert_turns (due_at);
alter table alert_turns enable row level security;
alter table alert_turns force row level security;
create policy tenant on alert_turns to ${app}
    using (current_workspace() is null or workspace_id = current_workspace())
    with check (current_workspace() is null or workspace_id = current_workspace());
create policy owner on alert_turns to current_user using (true) with check (true);
grant select, insert, update, delete on alert_turns to ${app};

-- Gives a workspace its turn, and wakes the sender. The sender's row is held in any case, so that one that is about to rest does so
-- before this or after it.
create function alerts_are_due(workspace uuid, due timestamptz) returns void
    language sql as $$
    insert into alert_turns (workspace_id, due_at) values (workspace, due)
    on conflict (workspace_id) do update
        set due_at = least(alert_turns.due_at, excluded.due_at), added = alert_turns.added + 1;
    update scheduled_tasks
    set execution_time = case when picked then execution_time else least(execution_time, now()) end
    where task_name = 'alerts';
$$;

-- From the beginning, owners are told by mail of what a person must know of to keep the accounts at work.
insert into alert_rules (id, workspace_id, name, events, mail_owners, created_at)
select gen_random_uuid(), id, 'What needs somebody',
    '{account.needs_attention,account.action_blocked,account.session_lost,account.signed_in_again,webhook.disabled}', true, now()
from workspaces;
