-- Instance-level, as people are: what administrators have decided for the whole instance. One row, as soon as something is.
create table policies (
    "only" boolean primary key default true check ("only"),
    admins_need_second_factor boolean not null,
    updated_at timestamptz not null default now()
);
grant select, insert, update, delete on policies to ${app};
