-- What an action did for a job is kept with the job's targets and in the activity log; here is what a request waits for.
delete from ended_actions where job_id is not null;
alter table ended_actions drop column job_id;
