drop function create_month_partition(regclass, date);
drop procedure protect_tenant_table(regclass);
drop function current_workspace();
revoke usage on schema public from ${app};
