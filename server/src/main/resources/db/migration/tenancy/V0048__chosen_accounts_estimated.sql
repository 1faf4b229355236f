-- The policies say the same as before. Of "is null or", PostgreSQL believes that hardly a row passes, and sorts a whole tenant rather than
-- read the first rows of an index; of "case" it believes that half of them do.
create or replace procedure narrow_to_accounts(narrowed regclass, account name)
    language plpgsql as $$
begin
    execute format(
        'create policy chosen_accounts on %1$s as restrictive to ${app}
            using (case when chosen_accounts() is null then true else %2$I = any (chosen_accounts()) end)
            with check (case when chosen_accounts() is null or %2$I is null then true else %2$I = any (chosen_accounts()) end)',
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
                using (case when chosen_accounts() is null then true else %2$I = any (chosen_accounts()) end)
                with check (case when chosen_accounts() is null or %2$I is null then true else %2$I = any (chosen_accounts()) end)',
            narrowed, case when narrowed = 'instagram_accounts'::regclass then 'id' else 'account_id' end);
    end loop;
end
$$;
alter policy chosen_accounts on job_targets
    using (case when chosen_accounts() is null then true else exists (select from jobs where id = job_id) end);
