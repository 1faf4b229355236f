-- A job's actions are looked for among those of its account; an index less to keep with each action.
drop index bot_actions_job;
