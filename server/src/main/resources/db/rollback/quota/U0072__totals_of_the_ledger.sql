drop trigger quota_ledger_use on quota_ledger;
drop function quota_ledger_use();
drop trigger quota_ledger_minute on quota_ledger;
drop function quota_ledger_minute();
alter table quota_ledger drop column total;
