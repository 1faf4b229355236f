drop table verifications;
drop table user_bot_status;
drop table instagram_credentials;
drop table instagram_accounts;
