-- The messages stay.
drop table mailing_policies;
drop table mailing_recipients;
drop table mailings;
