-- What Instagram tells by itself of messages: it is not undone by what is read later, of which the official API may know less.
alter table conversation_messages
    add column told boolean not null default false,
    add column edits int not null default 0,
    add column reaction text;
alter table conversations
    -- Up to when they have read.
    add column seen_at timestamptz;

-- The one conversation with somebody, as webhooks name them.
create index conversations_person on conversations (account_id, person_id) where person_id is not null;
-- A message as webhooks name it.
create index conversation_messages_instagram on conversation_messages (account_id, instagram_id);

-- Whose webhook it is, before any workspace is known. An Instagram account belongs to one workspace of an instance.
create function account_of_instagram_user(wanted text) returns table (workspace_id uuid, account_id uuid)
    language sql stable security definer set search_path = public, pg_temp
    begin atomic
        select a.workspace_id, a.id from instagram_accounts a where a.instagram_user_id = wanted and a.driver = 'graph';
    end;
revoke execute on function account_of_instagram_user(text) from public;
grant execute on function account_of_instagram_user(text) to ${app};

-- Names as words: array_to_string is not marked as immutable, because of other types than text.
create function words_of_names(names text[]) returns text
    language sql immutable parallel safe
    return translate(array_to_string(names, ' '), '._', '  ');
alter table conversations
    add column words tsvector not null generated always as (to_tsvector('simple', words_of_names(people))) stored;
alter table conversation_messages
    add column words tsvector not null
        generated always as (to_tsvector('simple', case kind when 'text' then content else '' end)) stored;
-- Words of names, and of what was said.
create index conversations_words on conversations using gin (words);
create index conversation_messages_words on conversation_messages using gin (words);

-- By words. Behind row-level security the indexes of words are never used, because their operator is not leakproof; so the owner looks,
-- and says by itself what the policies say.
create function conversations_with_words(wanted tsquery) returns setof uuid
    language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
    return query
        select id from conversations
        where workspace_id = current_workspace() and words @@ wanted
          and (chosen_accounts() is null or account_id = any (chosen_accounts()))
        union
        select conversation_id from conversation_messages
        where workspace_id = current_workspace() and words @@ wanted and unsent_at is null
          and (chosen_accounts() is null or account_id = any (chosen_accounts()));
end
$$;
revoke execute on function conversations_with_words(tsquery) from public;
grant execute on function conversations_with_words(tsquery) to ${app};

-- What a workspace's people often say, prepared.
create table canned_answers (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    title text not null,
    content text not null,
    created_at timestamptz not null default now(),
    unique (workspace_id, title)
);
call protect_tenant_table('canned_answers');
