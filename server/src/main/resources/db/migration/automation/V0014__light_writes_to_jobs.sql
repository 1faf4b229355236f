-- What an action's outcome changes is in no index, so that no index is written; and the words that a state may be are those of a
-- domain, which each connection reads once, where a check of a table is read anew by each statement.
drop index jobs_going;
drop index job_targets_candidates;
create domain job_state as text
    check (value in ('queued', 'running', 'paused', 'completed', 'failed', 'cancelled'));
create domain job_target_state as text
    check (value in ('candidate', 'queued', 'succeeded', 'skipped', 'failed', 'unconfirmed'));
alter table jobs drop constraint jobs_state_check, alter column state type job_state;
alter table job_targets drop constraint job_targets_state_check, alter column state type job_target_state;
-- A snapshot, as user_name is.
alter table jobs add column account_name text;
update jobs set account_name = username from instagram_accounts account where account.id = account_id;
alter table jobs alter column account_name set not null;
