-- When an account's jobs go on, as in "monday 09:00-12:30 22:00-02:00; friday 09:00-17:00"; null for any time.
alter table bot_instances
    add column working_hours text,
    add column time_zone text not null default 'UTC',
    -- By how much longer than usual they wait between two actions.
    add column slowness smallint not null default 1 check (slowness between 1 and 10);
