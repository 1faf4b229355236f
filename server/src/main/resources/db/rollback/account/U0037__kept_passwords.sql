-- Passwords that were kept are lost: Parley does not sign in again by itself any more.
alter table instagram_credentials
    drop column password_encrypted,
    drop column signed_in_again_at;
