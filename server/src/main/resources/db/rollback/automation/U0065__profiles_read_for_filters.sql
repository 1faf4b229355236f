-- Whoever has not been looked at is left out: the version before would follow them.
update job_targets set state = 'skipped' where state in ('unread', 'reading');
update jobs set skipped = skipped + unread + reading where unread + reading > 0;
alter domain job_target_state drop constraint job_target_state_check;
alter domain job_target_state add constraint job_target_state_check
    check (value in ('candidate', 'queued', 'succeeded', 'skipped', 'failed', 'unconfirmed'));
alter table jobs drop column unread, drop column reading;
