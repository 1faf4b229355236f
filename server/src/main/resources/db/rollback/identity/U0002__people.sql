-- Everybody has to be added again; nobody's password survives.
drop table spring_session_attributes, spring_session, api_tokens, users;
