alter table ended_actions add column job_id uuid;
