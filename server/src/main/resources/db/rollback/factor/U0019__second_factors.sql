-- Everybody signs in with the password alone again; authenticators and passkeys have to be set up anew.
alter table api_tokens drop column proven_at;
drop table failed_attempts, pending_sign_ins, passkey_challenges, passkeys, recovery_codes, authenticators;
