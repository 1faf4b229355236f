drop table memberships, workspaces;
