-- Mail that waits is not sent, and links that were sent open nothing.
drop table verified_emails, mailed_links, outgoing_mail;
delete from scheduled_tasks where task_name = 'mail';
