-- What was heard is lost here; Instagram still has it.
drop table inbox_readings;
drop table conversation_messages;
drop table conversations;
