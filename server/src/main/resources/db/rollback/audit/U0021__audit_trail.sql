-- The trail is lost: export it before.
drop table audit_trail;
create or replace function create_month_partition(parent regclass, month date) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    first_day date := date_trunc('month', month);
    partition text := format('%s_%s', parent, to_char(first_day, 'YYYY_MM'));
begin
    if parent::text not in ('activity_logs', 'ended_actions') then
        raise exception 'not a table of monthly partitions: %', parent;
    end if;
    -- Nodes ask for the same month at the same moment.
    perform pg_advisory_xact_lock(hashtext(partition));
    if to_regclass(partition) is null then
        execute format(
            'create table %I partition of %s for values from (%L) to (%L)',
            partition, parent, first_day, (first_day + interval '1 month')::date);
        execute format('alter table %I enable row level security', partition);
        execute format('alter table %I force row level security', partition);
        -- For dumps, which read the partitions one by one.
        execute format('create policy owner on %I to current_user using (true) with check (true)', partition);
    end if;
    return partition;
end
$$;
