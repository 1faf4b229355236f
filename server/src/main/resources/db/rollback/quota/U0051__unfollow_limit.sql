delete from daily_limits where action = 'unfollow';
delete from quota_ledger where action = 'unfollow';
