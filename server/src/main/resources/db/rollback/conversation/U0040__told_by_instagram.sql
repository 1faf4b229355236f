-- Prepared answers and reactions are lost.
drop table canned_answers;
drop function conversations_with_words(tsquery);
drop index conversation_messages_words;
drop index conversations_words;
alter table conversation_messages drop column words;
alter table conversations drop column words;
drop function words_of_names(text[]);
drop function account_of_instagram_user(text);
drop index conversation_messages_instagram;
drop index conversations_person;
alter table conversations drop column seen_at;
alter table conversation_messages drop column told, drop column edits, drop column reaction;
