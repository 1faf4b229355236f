alter table instagram_credentials
    add column password_encrypted bytea,
    add column signed_in_again_at timestamptz;
