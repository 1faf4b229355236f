create or replace procedure narrow_to_accounts(narrowed regclass, account name)
    language plpgsql as $$
begin
    execute format(
        'create policy chosen_accounts on %1$s as restrictive to ${app}
            using (chosen_accounts() is null or %2$I = any (chosen_accounts()))
            with check (chosen_accounts() is null or %2$I is null or %2$I = any (chosen_accounts()))',
        narrowed, account);
end
$$;

do $$
declare
    narrowed regclass;
begin
    for narrowed in
        select polrelid::regclass from pg_policy
        where polname = 'chosen_accounts' and polrelid not in ('job_targets'::regclass, 'audit_trail'::regclass)
    loop
        execute format(
            'alter policy chosen_accounts on %1$s
                using (chosen_accounts() is null or %2$I = any (chosen_accounts()))
                with check (chosen_accounts() is null or %2$I is null or %2$I = any (chosen_accounts()))',
            narrowed, case when narrowed = 'instagram_accounts'::regclass then 'id' else 'account_id' end);
    end loop;
end
$$;
alter policy chosen_accounts on job_targets
    using (chosen_accounts() is null or exists (select from jobs where id = job_id));
