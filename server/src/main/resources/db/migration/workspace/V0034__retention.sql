-- For how many days a workspace keeps what it holds of other people; null for as long as the workspace itself.
alter table workspaces
    add column keep_messages_days int check (keep_messages_days > 0),
    add column keep_contacts_days int check (keep_contacts_days > 0),
    add column keep_screenshots_days int default 30 check (keep_screenshots_days > 0);
