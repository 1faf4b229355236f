-- Whoever only follows by hashtag would take the other jobs for that.
delete from bot_actions where job_id in (select id from jobs where kind <> 'follow-hashtag');
delete from jobs where kind <> 'follow-hashtag';
alter table job_targets drop column post_id, drop column post_code, drop column not_before;
alter table jobs
    drop column action, drop column source, drop column source_name, drop column source_people, drop column source_job,
    drop column after_days,
    alter column hashtag set not null;
drop domain job_action;
drop domain job_source;
