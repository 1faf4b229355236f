-- What grows for ever is kept for so many whole months, and then dropped by the month. Not the audit trail, which is only added to. Of whoever
-- reads the table at that moment nobody has to wait for long: then it is dropped another time.
create function drop_old_months(parent regclass, kept int) returns setof text
    language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $$
declare
    old record;
begin
    if parent::text not in ('activity_logs', 'ended_actions') then
        raise exception 'not a table whose months are dropped: %', parent;
    end if;
    if kept < 1 then
        raise exception 'at least one month is kept';
    end if;
    for old in
        select inhrelid::regclass::text as name
        from pg_inherits join pg_class on pg_class.oid = inhrelid
        where inhparent = parent
          and to_date(right(relname, 7), 'YYYY_MM') < date_trunc('month', now()) - make_interval(months => kept)
    loop
        execute format('drop table %s', old.name);
        return next old.name;
    end loop;
end
$$;
revoke execute on function drop_old_months(regclass, int) from public;
grant execute on function drop_old_months(regclass, int) to ${app};
