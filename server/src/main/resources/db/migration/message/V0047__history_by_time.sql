-- Histories are read by when a message was asked for, so that a period long ago is found as fast as the newest page.
drop index messages_account;
drop index messages_recipient;
drop index messages_workspace;
drop index messages_unsettled;
-- The history of an account, newest first.
create index messages_account on messages (account_id, created_at, id);
-- The same with one person, of all accounts of a workspace.
create index messages_recipient on messages (workspace_id, recipient, created_at, id);
create index messages_recipient_id on messages (workspace_id, recipient_id, created_at, id) where recipient_id is not null;
-- The history of a workspace.
create index messages_workspace on messages (workspace_id, created_at, id);
-- The few that are not simply sent.
create index messages_unsettled on messages (workspace_id, status, created_at, id) where status <> 'sent';

drop function messages_with_words(tsquery, uuid, text, text, uuid[], uuid[], timestamptz, timestamptz, uuid, int);
create function messages_with_words(
        wanted tsquery, of_account uuid, of_recipient text, in_status text, among uuid[], not_among uuid[],
        since timestamptz, until timestamptz, before timestamptz, before_id uuid, most int)
    returns setof messages
    language plpgsql stable security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
begin
    return query
        select * from messages
        where workspace_id = current_workspace()
          and case when chosen_accounts() is null then true else account_id = any (chosen_accounts()) end
          and words @@ wanted
          and (of_account is null or account_id = of_account)
          and (of_recipient is null or recipient = of_recipient)
          and (in_status is null or status = in_status)
          and (among is null or action_id = any (among))
          and (not_among is null or not coalesce(action_id = any (not_among), false))
          and (since is null or created_at >= since)
          and (until is null or created_at < until)
          and (before is null or (created_at, id) < (before, before_id))
        order by created_at desc, id desc
        limit most;
end
$$;
revoke execute on function
    messages_with_words(tsquery, uuid, text, text, uuid[], uuid[], timestamptz, timestamptz, timestamptz, uuid, int) from public;
grant execute on function
    messages_with_words(tsquery, uuid, text, text, uuid[], uuid[], timestamptz, timestamptz, timestamptz, uuid, int) to ${app};
