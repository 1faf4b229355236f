-- How many conversations of a workspace are unread, as every page says.
create index conversations_unread on conversations (workspace_id, account_id) where unread;
