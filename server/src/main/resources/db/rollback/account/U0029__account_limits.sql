-- What administrators set for single workspaces is lost: the settings decide for all of them.
drop function count_accounts(uuid[]);
drop table account_limits;
