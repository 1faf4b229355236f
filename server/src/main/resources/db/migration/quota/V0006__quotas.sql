-- Instance-level: defaults (user_id null) are for everybody; a person's own are set by administrators and say nothing secret.
create table daily_limits (
    user_id uuid references users on delete cascade,
    action text not null,
    per_hour int not null check (per_hour >= 0),
    per_day int not null check (per_day >= 0),
    updated_at timestamptz not null default now(),
    constraint daily_limits_key unique nulls not distinct (user_id, action)
);
grant select, insert, update, delete on daily_limits to ${app};
insert into daily_limits (user_id, action, per_hour, per_day) values
    (null, 'follow', 10, 50),
    (null, 'like', 40, 200),
    (null, 'story_view', 100, 500),
    (null, 'message', 20, 100),
    (null, 'first_contact', 2, 10);

-- What was used, by the minute: a rolling day is at most 1,441 rows, however much is done.
create table quota_ledger (
    account_id uuid not null references instagram_accounts on delete cascade,
    workspace_id uuid not null,
    action text not null,
    minute timestamptz not null,
    used int not null check (used >= 0),
    primary key (account_id, action, minute)
) with (fillfactor = 70);
call protect_tenant_table('quota_ledger');
