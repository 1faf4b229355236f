-- Accounts work at any time again.
alter table bot_instances drop column working_hours, drop column time_zone, drop column slowness;
