-- Instance-level, and the owner's alone: one known secret, sealed, to tell at start whether the keys fit this database.
create table key_check (
    "only" boolean primary key default true check ("only"),
    secret_sealed bytea not null
);
