-- All of it is instance-level, as people are: it is asked before any workspace is known.

-- A person's authenticator app. Each code works once: of the steps of time, only those after the last one count.
create table authenticators (
    user_id uuid primary key references users on delete cascade,
    secret_sealed bytea not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0,
    created_at timestamptz not null
);

-- Only hashes are kept: a code has 120 random bits.
create table recovery_codes (
    user_id uuid not null references users on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (user_id, code_hash)
);

create table passkeys (
    id uuid primary key,
    user_id uuid not null references users on delete cascade,
    name text not null check (name <> ''),
    credential_id bytea not null unique,
    credential bytea not null,
    sign_count bigint not null check (sign_count >= 0),
    transports text[] not null,
    created_at timestamptz not null,
    last_used_at timestamptz
);
-- The list of a person's passkeys.
create index passkeys_user on passkeys (user_id);

-- What an authenticator has to sign next; taken away as it is answered. Without a person as long as nobody is known.
create table passkey_challenges (
    challenge_hash bytea primary key,
    user_id uuid references users on delete cascade,
    purpose text not null check (purpose in ('add', 'sign-in', 'second-step', 'prove')),
    expires_at timestamptz not null
);
-- Removing what has expired.
create index passkey_challenges_expiry on passkey_challenges (expires_at);

-- People whose password was right and whose second factor is awaited; one whose password was changed since has to begin again.
create table pending_sign_ins (
    token_hash bytea primary key,
    user_id uuid not null references users on delete cascade,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null
);
-- Removing what has expired.
create index pending_sign_ins_expiry on pending_sign_ins (expires_at);

-- What was tried in vain, counted for whom and from where, by a hash of both. No row ever goes back but by time. No index beside the
-- key, so that counting is one light write.
create table failed_attempts (
    bucket bytea primary key,
    failures int not null,
    unseen int not null,
    address text,
    last_at timestamptz not null,
    open_at timestamptz not null
) with (fillfactor = 70);

-- When whoever holds the token last proved to be its person.
alter table api_tokens add column proven_at timestamptz;

grant select, insert, update, delete
    on authenticators, recovery_codes, passkeys, passkey_challenges, pending_sign_ins, failed_attempts to ${app};
