alter table activity_logs
    alter column status type text,
    add check (status in ('started', 'succeeded', 'skipped', 'failed', 'unconfirmed', 'warning', 'info'));
drop domain activity_status;
alter table activity_logs drop column error_code;
alter table activity_logs add column error_code text generated always as (metadata ->> 'error_code') stored;
create index activity_logs_errors on activity_logs (workspace_id, error_code, created_at) where error_code is not null;
