drop function consume_quota(uuid, uuid, text);
drop table quota_ledger;
drop table daily_limits;
