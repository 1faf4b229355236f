drop index conversations_unread;
