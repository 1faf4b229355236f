drop function forget_in_activity(text);
