-- The history of messages is lost.
drop table message_keys;
drop function messages_with_words(tsquery, uuid, text, text, uuid[], uuid[], timestamptz, timestamptz, uuid, int);
drop table messages;
drop domain message_status;
