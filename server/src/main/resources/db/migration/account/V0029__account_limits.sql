-- Instance-level: administrators set, from outside, how many accounts a workspace may have. Without a row the settings decide.
create table account_limits (
    workspace_id uuid primary key references workspaces on delete cascade,
    most int not null check (most between 0 and 1000),
    updated_at timestamptz not null default now()
);
grant select, insert, update, delete on account_limits to ${app};
-- From inside a workspace its own limit is seen, and no other; it is set from outside.
alter table account_limits enable row level security;
alter table account_limits force row level security;
create policy limits on account_limits to ${app}
    using (current_workspace() is null or workspace_id = current_workspace())
    with check (current_workspace() is null);
create policy owner on account_limits to current_user using (true) with check (true);

-- Administrators see how many accounts there are, and nothing else of them.
create function count_accounts(workspaces uuid[]) returns table (workspace uuid, connected bigint)
    language sql stable security definer set search_path = public, pg_temp
    as $$
        select wanted.id, count(instagram_accounts.id)
        from unnest(workspaces) as wanted (id) left join instagram_accounts on workspace_id = wanted.id
        group by wanted.id
    $$;
revoke execute on function count_accounts(uuid[]) from public;
grant execute on function count_accounts(uuid[]) to ${app};
