-- As for jobs: what a status may be, is read once by each connection. The code is written by whoever knows it, and not read back out
-- of the metadata.
create domain activity_status as text
    check (value in ('started', 'succeeded', 'skipped', 'failed', 'unconfirmed', 'warning', 'info'));
alter table activity_logs
    drop constraint activity_logs_status_check,
    alter column status type activity_status,
    alter column error_code drop expression;
