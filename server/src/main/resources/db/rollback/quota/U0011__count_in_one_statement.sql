-- Uses one of an account's actions, or tells when there will be one to use. A minute counts until an hour (a day) after its end, so
-- that a window is never too short; minutes that lie ahead of a clock set back go on counting.
-- A function, because only statements that begin after the lock was got see what others committed while it was waited for.
create function consume_quota(for_account uuid, for_user uuid, for_action text)
    returns table (
        granted boolean, consumed_at timestamptz, opens_at timestamptz, hour_used int, hour_limit int, day_used int, day_limit int)
    language plpgsql as $$
declare
    an_hour constant interval := interval '61 minutes';
    a_day constant interval := interval '1441 minutes';
    forgotten_after constant interval := interval '25 hours';
    used_in_minute int;
begin
    perform pg_advisory_xact_lock(hashtextextended(for_account::text || for_action, 0));
    consumed_at := clock_timestamp();

    select limits.per_hour, limits.per_day,
           coalesce(sum(used) filter (where minute > consumed_at - an_hour), 0), coalesce(sum(used), 0)
      into hour_limit, day_limit, hour_used, day_used
      from (select min(per_hour) as per_hour, min(per_day) as per_day
              from daily_limits
             where action = for_action and (user_id is null or user_id = for_user)) as limits
      left join quota_ledger
             on account_id = for_account and action = for_action and minute > consumed_at - a_day
     group by limits.per_hour, limits.per_day;
    if hour_limit is null then
        raise exception 'there is no limit for the action %', for_action;
    end if;

    granted := hour_used < hour_limit and day_used < day_limit;
    if granted then
        insert into quota_ledger as ledger (account_id, workspace_id, action, minute, used)
        values (for_account, current_workspace(), for_action, date_trunc('minute', consumed_at), 1)
        on conflict (account_id, action, minute) do update set used = ledger.used + 1
        returning ledger.used into used_in_minute;
        hour_used := hour_used + 1;
        day_used := day_used + 1;
        if used_in_minute = 1 then
            delete from quota_ledger
             where account_id = for_account and action = for_action and minute < consumed_at - forgotten_after;
        end if;
    else
        -- With a limit of zero nothing ever opens: a day ahead, to be looked at again.
        select coalesce(
                   greatest(
                       min(minute + an_hour) filter (
                           where hour_used >= hour_limit and minute > consumed_at - an_hour and used_after < hour_limit),
                       min(minute + a_day) filter (where day_used >= day_limit and used_after < day_limit)),
                   consumed_at + a_day)
          into opens_at
          from (select minute, coalesce(sum(used) over newer, 0) as used_after
                  from quota_ledger
                 where account_id = for_account and action = for_action and minute > consumed_at - a_day
                window newer as (order by minute desc rows between unbounded preceding and 1 preceding)) as buckets;
    end if;
    return next;
end
$$;
