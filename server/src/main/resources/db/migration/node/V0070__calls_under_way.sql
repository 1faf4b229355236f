-- How many calls to Instagram a server has under way, by driver.
alter table nodes add column calls jsonb not null default '{}';
