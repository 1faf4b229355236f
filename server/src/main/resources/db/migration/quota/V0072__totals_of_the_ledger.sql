-- What was used until the end of a minute, counted from any moment before all that the ledger still knows: only differences mean something.
alter table quota_ledger add column total bigint;

update quota_ledger ledger set total = running.total
from (select account_id, action, minute, sum(used) over (partition by account_id, action order by minute) as total
      from quota_ledger) as running
where (ledger.account_id, ledger.action, ledger.minute) = (running.account_id, running.action, running.minute);

-- Servers of the version before know of no totals: what they count is added to them.
create function quota_ledger_minute() returns trigger
    language plpgsql as $$
declare
    newest quota_ledger;
begin
    select * into newest from quota_ledger
    where account_id = new.account_id and action = new.action
    order by minute desc limit 1;
    new.minute := greatest(new.minute, newest.minute);
    new.total := coalesce(newest.total, 0) + new.used;
    return new;
end
$$;
create trigger quota_ledger_minute before insert on quota_ledger
    for each row when (new.total is null) execute function quota_ledger_minute();

create function quota_ledger_use() returns trigger
    language plpgsql as $$
begin
    new.total := old.total + new.used - old.used;
    update quota_ledger set total = total + new.used - old.used
    where account_id = new.account_id and action = new.action and minute > new.minute;
    return new;
end
$$;
create trigger quota_ledger_use before update of used on quota_ledger
    for each row when (new.used <> old.used and new.total = old.total) execute function quota_ledger_use();
