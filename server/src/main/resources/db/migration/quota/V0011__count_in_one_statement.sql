-- Counting an action and asking how many there were is one statement of the server's now.
drop function consume_quota(uuid, uuid, text);
