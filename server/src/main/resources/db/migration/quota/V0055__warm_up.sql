-- When an account was connected first, from which on its limits grow; waived where its owner says that it has been used for long.
create table warm_ups (
    account_id uuid primary key references instagram_accounts on delete cascade,
    workspace_id uuid not null default current_workspace(),
    began_at timestamptz,
    waived boolean not null default false
);
call protect_tenant_table('warm_ups');
insert into warm_ups (account_id, workspace_id, began_at)
    select id, workspace_id, created_at from instagram_accounts where instagram_user_id is not null;

-- Instance-level, one row that administrators change: the share of its limits that an account has in each of its first weeks.
create table warm_up_policy (
    "only" boolean primary key default true check ("only"),
    percents int[] not null check (array_ndims(percents) is null or (array_ndims(percents) = 1 and 1 <= all (percents) and 100 >= all (percents))),
    updated_at timestamptz not null default now()
);
grant select, insert, update on warm_up_policy to ${app};
