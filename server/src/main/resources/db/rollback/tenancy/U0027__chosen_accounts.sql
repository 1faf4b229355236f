-- Without its accounts a limited token would open all of them.
delete from api_tokens where account_ids is not null;
alter table api_tokens drop column account_names, drop column account_ids;
do $$
declare
    narrowed regclass;
begin
    for narrowed in select polrelid::regclass from pg_policy where polname = 'chosen_accounts' loop
        execute format('drop policy chosen_accounts on %s', narrowed);
    end loop;
end
$$;
create or replace procedure protect_tenant_table(protected regclass)
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
drop procedure narrow_to_accounts(regclass, name);
drop function chosen_accounts();
