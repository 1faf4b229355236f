-- Open invitations are lost; who has accepted one stays a member.
drop function inviting_workspace(bytea);
drop table invitations;
