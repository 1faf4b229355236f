create index bot_actions_job on bot_actions (job_id) where job_id is not null;
