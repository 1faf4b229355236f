-- Instance-level: a person is looked up before any workspace is known.
create table users (
    id uuid primary key,
    username text not null check (username <> ''),
    email text not null check (email <> ''),
    password_hash text not null,
    role text not null check (role in ('admin', 'user')),
    must_change_password boolean not null default true,
    disabled_at timestamptz,
    password_changed_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);
-- Sign-in looks people up by name in any case; both are unique in any case.
create unique index users_username on users (lower(username));
create unique index users_email on users (lower(email));
grant select, insert, update, delete on users to ${app};

-- Instance-level: a token is looked up before any workspace is known. Only hashes are kept.
create table api_tokens (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    token_hash bytea not null unique,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    last_used_at timestamptz
);
-- Ending all tokens of a person.
create index api_tokens_user on api_tokens (user_id);
grant select, insert, update, delete on api_tokens to ${app};

-- Instance-level: Spring Session's own tables, for the pages' cookie sessions.
create table spring_session (
    primary_id char(36) primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index spring_session_id on spring_session (session_id);
-- Removing what has expired, and all sessions of a person.
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on spring_session, spring_session_attributes to ${app};
