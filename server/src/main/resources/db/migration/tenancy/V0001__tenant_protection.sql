-- The workspace that the current transaction is bound to. A pooled connection's setting is the empty string after a commit.
create function current_workspace() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('parley.workspace', true), '')::uuid;

-- Makes a table a tenant's: its rows are seen and written only under their own workspace. Forced, because the owner would
-- otherwise pass; the owner's own policy keeps migrations and dumps complete.
create procedure protect_tenant_table(protected regclass)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', protected);
    execute format('alter table %s force row level security', protected);
    execute format(
        'create policy tenant on %s to ${app} using (workspace_id = current_workspace()) with check (workspace_id = current_workspace())',
        protected);
    execute format('create policy owner on %s to current_user using (true) with check (true)', protected);
    execute format('grant select, insert, update, delete on %s to ${app}', protected);
end
$$;
revoke execute on procedure protect_tenant_table(regclass) from public;

-- Partitions by month for what grows for ever. The application asks for them; only the owner may make tables.
create function create_month_partition(parent regclass, month date) returns text
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
revoke execute on function create_month_partition(regclass, date) from public;
grant execute on function create_month_partition(regclass, date) to ${app};
grant usage on schema public to ${app};
-- The application makes no tables.
revoke create on schema public from public;
