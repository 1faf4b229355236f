-- What has not arrived of all that was sent to one person: of thousands of messages, the few.
create index messages_recipient_unsettled on messages (workspace_id, recipient, status, created_at, id) where status <> 'sent';
