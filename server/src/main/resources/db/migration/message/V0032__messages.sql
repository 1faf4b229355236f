create domain message_status as text check (value in ('queued', 'sent', 'failed', 'unconfirmed', 'cancelled'));

-- What was to be sent, by whom, and how it ended; refused attempts too. Whether one that is queued is being sent just now, the bot's
-- queue knows. Names are snapshots.
create table messages (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    account_id uuid not null references instagram_accounts on delete cascade,
    account_name text not null,
    user_id uuid not null,
    user_name text,
    driver text not null,
    recipient text not null check (recipient = lower(recipient)),
    recipient_id text,
    thread_id text,
    content text not null,
    image text,
    lane smallint not null,
    first_contact boolean not null default false,
    status message_status not null default 'queued',
    error_code text,
    error_detail text,
    attempts int not null default 0,
    token text not null,
    instagram_id text,
    action_id uuid,
    mailing_id uuid,
    send_at timestamptz,
    correlation_id text not null,
    created_at timestamptz not null default now(),
    sent_at timestamptz,
    ended_at timestamptz,
    words tsvector not null generated always as (to_tsvector('simple', content)) stored
) with (fillfactor = 80);
-- The history of an account, newest first: ids sort by time.
create index messages_account on messages (account_id, id);
-- The same with one person.
create index messages_recipient on messages (account_id, recipient, id);
-- The same of all accounts of a workspace.
create index messages_workspace on messages (workspace_id, id);
-- The few that are not simply sent.
create index messages_unsettled on messages (workspace_id, status, id) where status <> 'sent';
-- The messages of one mailing.
create index messages_mailing on messages (mailing_id, id) where mailing_id is not null;
-- Words of their texts.
create index messages_words on messages using gin (words);
call protect_tenant_table('messages');

-- By their words. Behind row-level security the index of words is never used, because its operator is not leakproof; so the owner looks,
-- and says by itself what the policies say.
create function messages_with_words(
        wanted tsquery, of_account uuid, of_recipient text, in_status text, among uuid[], not_among uuid[],
        since timestamptz, until timestamptz, before uuid, most int)
    returns setof messages
    language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
    return query
        select * from messages
        where workspace_id = current_workspace()
          and (chosen_accounts() is null or account_id = any (chosen_accounts()))
          and words @@ wanted
          and (of_account is null or account_id = of_account)
          and (of_recipient is null or recipient = of_recipient)
          and (in_status is null or status = in_status)
          and (among is null or action_id = any (among))
          and (not_among is null or not coalesce(action_id = any (not_among), false))
          and (since is null or created_at >= since)
          and (until is null or created_at < until)
          and (before is null or id < before)
        order by id desc
        limit most;
end
$$;
revoke execute on function messages_with_words(tsquery, uuid, text, text, uuid[], uuid[], timestamptz, timestamptz, uuid, int) from public;
grant execute on function messages_with_words(tsquery, uuid, text, text, uuid[], uuid[], timestamptz, timestamptz, uuid, int) to ${app};

-- What was sent with a key of the caller's, so that a repetition of the call sends nothing more.
create table message_keys (
    workspace_id uuid not null references workspaces on delete cascade,
    user_id uuid not null,
    key text not null,
    request_hash bytea not null,
    message_id uuid not null references messages on delete cascade,
    created_at timestamptz not null,
    primary key (workspace_id, user_id, key)
);
-- The keys of messages that are deleted.
create index message_keys_message on message_keys (message_id);
call protect_tenant_table('message_keys');
