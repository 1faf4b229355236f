-- The accounts that the current transaction may know of, as a program's token says that is made for some; null for all.
create function chosen_accounts() returns uuid[]
    language sql stable parallel safe
    return nullif(current_setting('parley.accounts', true), '')::uuid[];

-- Of a tenant's table, only the rows of the chosen accounts are there, by the column that names the account. What concerns no account
-- can be written down, and is not seen.
create procedure narrow_to_accounts(narrowed regclass, account name)
    language plpgsql as $$
begin
    execute format(
        'create policy chosen_accounts on %1$s as restrictive to ${app}
            using (chosen_accounts() is null or %2$I = any (chosen_accounts()))
            with check (chosen_accounts() is null or %2$I is null or %2$I = any (chosen_accounts()))',
        narrowed, account);
end
$$;
revoke execute on procedure narrow_to_accounts(regclass, name) from public;

-- From now on, whatever table of a tenant names an account is narrowed as well.
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
    if exists (select from pg_attribute where attrelid = protected and attname = 'account_id') then
        call narrow_to_accounts(protected, 'account_id');
    end if;
end
$$;

call narrow_to_accounts('instagram_accounts', 'id');
do $$
declare
    narrowed regclass;
begin
    for narrowed in
        select pg_class.oid::regclass
          from pg_class join pg_policy on polrelid = pg_class.oid join pg_attribute on attrelid = pg_class.oid
         where polname = 'tenant' and attname = 'account_id'
    loop
        call narrow_to_accounts(narrowed, 'account_id');
    end loop;
end
$$;
-- They name their account by their job.
create policy chosen_accounts on job_targets as restrictive to ${app}
    using (chosen_accounts() is null or exists (select from jobs where id = job_id));
-- It tells of all accounts, and its rows name them in words.
create policy chosen_accounts on audit_trail as restrictive to ${app}
    using (chosen_accounts() is null) with check (true);

-- Null for all. Names are snapshots: an account that is gone still tells what the token was made for.
alter table api_tokens
    add column account_ids uuid[] check (account_ids <> '{}'),
    add column account_names text[] check (cardinality(account_names) = cardinality(account_ids));
