-- What a workspace sets for all of its accounts (account_id null), and for single ones. Null where it does not limit the hour, or the day.
create table workspace_limits (
    workspace_id uuid not null default current_workspace() references workspaces on delete cascade,
    account_id uuid references instagram_accounts on delete cascade,
    action text not null,
    per_hour int check (per_hour >= 0),
    per_day int check (per_day >= 0),
    updated_at timestamptz not null default now(),
    -- Finds an account's own, and those of all, whenever an action is counted; and what goes with an account that is removed.
    constraint workspace_limits_key unique nulls not distinct (account_id, workspace_id, action),
    constraint workspace_limits_limit check (per_hour is not null or per_day is not null)
);
call protect_tenant_table('workspace_limits');
-- What is set for all accounts binds the chosen ones, too.
alter policy chosen_accounts on workspace_limits
    using (case when chosen_accounts() is null or account_id is null then true else account_id = any (chosen_accounts()) end);

-- A person's own limits may leave out the hour or the day as well; the defaults are whole.
alter table daily_limits
    alter per_hour drop not null,
    alter per_day drop not null,
    add constraint daily_limits_whole check (user_id is not null or (per_hour is not null and per_day is not null));
