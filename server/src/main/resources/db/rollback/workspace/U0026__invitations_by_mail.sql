drop table invitation_mails;
