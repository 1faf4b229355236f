-- A job is an action upon people from a source. Those that there were follow by hashtag, and so does what a node of the version before
-- orders meanwhile: hence the defaults, and a column of its own for hashtags.
create domain job_action as text
    check (value in ('follow', 'like', 'view-stories', 'unfollow'));
create domain job_source as text
    check (value in ('hashtag', 'followers', 'following', 'likers', 'people', 'feed', 'followed', 'job'));
alter table jobs
    alter column hashtag drop not null,
    add column action job_action not null default 'follow',
    add column source job_source not null default 'hashtag',
    -- The username of whom followers or following are taken; the code of the post whose likers are.
    add column source_name text,
    add column source_people text[],
    add column source_job uuid,
    add column after_days int check (after_days between 0 and 365);
-- What of a person is acted upon, where it is not the person; and when at the earliest.
alter table job_targets
    add column post_id text,
    add column post_code text,
    add column not_before timestamptz;
