alter table daily_limits drop constraint daily_limits_whole;
-- A limit that was left out becomes one that is never reached.
update daily_limits set per_hour = coalesce(per_hour, 1000000), per_day = coalesce(per_day, 1000000)
where per_hour is null or per_day is null;
alter table daily_limits
    alter per_hour set not null,
    alter per_day set not null;
drop table workspace_limits;
