-- The people of a workspace by name, whichever accounts know them.
create index contacts_workspace on contacts (workspace_id, username);
-- The same by number: of a note or a label.
create index contacts_number on contacts (workspace_id, instagram_user_id);

-- What members write down about somebody. They stay when the person changes their name.
create table person_notes (
    id uuid primary key,
    workspace_id uuid not null references workspaces on delete cascade,
    instagram_user_id text not null,
    text text not null check (text <> ''),
    user_id uuid not null,
    user_name text not null,
    created_at timestamptz not null default now(),
    edited_by text,
    edited_at timestamptz
);
-- The notes about one person.
create index person_notes_person on person_notes (workspace_id, instagram_user_id, id);
call protect_tenant_table('person_notes');

create table person_labels (
    workspace_id uuid not null references workspaces on delete cascade,
    instagram_user_id text not null,
    label text not null check (label = lower(label) and label <> ''),
    created_at timestamptz not null default now(),
    primary key (workspace_id, instagram_user_id, label)
);
-- The people of a label.
create index person_labels_label on person_labels (workspace_id, label);
call protect_tenant_table('person_labels');

-- The words by which a workspace recognises that somebody wants no more messages; the usual ones where there is no row.
create table opt_out_words (
    workspace_id uuid primary key references workspaces on delete cascade,
    words text[] not null
);
call protect_tenant_table('opt_out_words');
