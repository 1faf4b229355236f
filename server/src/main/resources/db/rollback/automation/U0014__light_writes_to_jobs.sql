alter table jobs drop column account_name;
alter table jobs
    alter column state type text,
    add check (state in ('queued', 'running', 'paused', 'completed', 'failed', 'cancelled'));
alter table job_targets
    alter column state type text,
    add check (state in ('candidate', 'queued', 'succeeded', 'skipped', 'failed', 'unconfirmed'));
drop domain job_state;
drop domain job_target_state;
create index jobs_going on jobs (account_id) where state in ('queued', 'running', 'paused');
create index job_targets_candidates on job_targets (job_id, position) where state = 'candidate';
