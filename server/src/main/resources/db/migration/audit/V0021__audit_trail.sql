-- Who did what to people, access and limits. It is only added to: the application may neither change nor remove a row. Names are
-- snapshots. Without a workspace a row belongs to the instance's part.
create table audit_trail (
    id uuid not null,
    seq bigint generated always as identity,
    workspace_id uuid,
    user_id uuid,
    user_name text,
    action text not null,
    subject_id text,
    subject text,
    address text,
    before jsonb,
    after jsonb,
    error_code text,
    correlation_id text,
    created_at timestamptz not null default now(),
    primary key (created_at, id)
) partition by range (created_at);
-- The list of a workspace, or of the instance's part, newest first.
create index audit_trail_list on audit_trail (workspace_id, seq);
call protect_tenant_table('audit_trail');
revoke update, delete on audit_trail from ${app};
-- Only a transaction that is bound to no workspace sees the instance's part. Refused sign-ins belong there, whatever is bound.
create policy instance_read on audit_trail for select to ${app}
    using (workspace_id is null and current_workspace() is null);
create policy instance_write on audit_trail for insert to ${app} with check (workspace_id is null);

create or replace function create_month_partition(parent regclass, month date) returns text
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    first_day date := date_trunc('month', month);
    partition text := format('%s_%s', parent, to_char(first_day, 'YYYY_MM'));
begin
    if parent::text not in ('activity_logs', 'ended_actions', 'audit_trail') then
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
