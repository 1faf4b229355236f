-- People whose profile has to be read before it is known whether they pass a job's filters, and those whose profile is being read.
alter table jobs
    add column unread int not null default 0 check (unread >= 0),
    add column reading int not null default 0 check (reading >= 0);
alter domain job_target_state drop constraint job_target_state_check;
alter domain job_target_state add constraint job_target_state_check
    check (value in ('unread', 'reading', 'candidate', 'queued', 'succeeded', 'skipped', 'failed', 'unconfirmed'));
