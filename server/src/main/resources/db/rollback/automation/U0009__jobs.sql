drop table job_targets;
drop table jobs;
