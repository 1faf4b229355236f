alter table workspaces
    drop column keep_messages_days,
    drop column keep_contacts_days,
    drop column keep_screenshots_days;
