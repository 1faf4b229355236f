-- Schedules are lost; the jobs that they ordered stay.
delete from scheduled_tasks where task_name = 'schedule';
drop table schedule_runs;
drop table schedules;
