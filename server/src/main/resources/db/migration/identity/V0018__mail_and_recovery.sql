-- Instance-level: mail goes out for the instance, whoever it is for. What it says is sealed: there are links in it that open something.
create table outgoing_mail (
    id uuid primary key,
    mail_sealed bytea not null,
    attempts int not null default 0,
    due_at timestamptz not null,
    expires_at timestamptz not null
);
-- Taking the next one that is due; there are few, mostly none.
create index outgoing_mail_due on outgoing_mail (due_at);
grant select, insert, update, delete on outgoing_mail to ${app};

-- Instance-level: a link is looked up before anybody is known. Only hashes are kept. A row without a person stands for an address
-- that nobody has here, because asking for it must cost the same.
create table mailed_links (
    id uuid primary key,
    user_id uuid references users on delete cascade,
    purpose text not null check (purpose in ('reset-password', 'verify-email')),
    email text not null,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
-- Ending all links of a person.
create index mailed_links_user on mailed_links (user_id);
-- Whether the same was asked for a moment ago.
create index mailed_links_email on mailed_links (lower(email), purpose);
-- Removing what has expired.
create index mailed_links_expiry on mailed_links (expires_at);
grant select, insert, update, delete on mailed_links to ${app};

-- Instance-level, as people are: which address has been proven to be read by the person. Another address proves nothing.
create table verified_emails (
    user_id uuid primary key references users on delete cascade,
    email text not null,
    verified_at timestamptz not null
);
grant select, insert, update, delete on verified_emails to ${app};
