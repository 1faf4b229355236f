-- Instance-level: counted for the person, whatever workspaces they invite into. How many invitations were mailed for them on a day, to each
-- address, and under the empty one altogether.
create table invitation_mails (
    user_id uuid not null references users on delete cascade,
    day date not null,
    email text not null,
    mailed int not null,
    primary key (user_id, day, email)
);
grant select, insert, update, delete on invitation_mails to ${app};
