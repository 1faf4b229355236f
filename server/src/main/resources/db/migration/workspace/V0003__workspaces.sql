-- Instance-level: which workspaces there are must be known before one can be bound.
create table workspaces (
    id uuid primary key,
    name text not null check (name <> ''),
    personal_of uuid unique references users on delete cascade,
    created_at timestamptz not null default now()
);
grant select, insert, update, delete on workspaces to ${app};

-- Instance-level: a person's memberships decide which workspace a request may act in.
create table memberships (
    workspace_id uuid not null references workspaces on delete cascade,
    user_id uuid not null references users on delete cascade,
    role text not null check (role in ('owner', 'manager', 'operator', 'viewer')),
    created_at timestamptz not null default now(),
    primary key (workspace_id, user_id)
);
-- The workspaces of a person.
create index memberships_user on memberships (user_id);
grant select, insert, update, delete on memberships to ${app};
