drop function messages_with_words(tsquery, uuid, text, text, uuid[], uuid[], timestamptz, timestamptz, timestamptz, uuid, int);
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

drop index messages_account;
drop index messages_recipient;
drop index messages_recipient_id;
drop index messages_workspace;
drop index messages_unsettled;
create index messages_account on messages (account_id, id);
create index messages_recipient on messages (account_id, recipient, id);
create index messages_workspace on messages (workspace_id, id);
create index messages_unsettled on messages (workspace_id, status, id) where status <> 'sent';
