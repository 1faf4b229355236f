-- Instance-level: the servers that run on this database, as each of them tells about itself; nothing of any workspace. A row that
-- is not renewed any more belongs to a node that died, and is deleted by the others after a while.
create table nodes (
    id uuid primary key,
    name text not null,
    host text not null,
    version text not null,
    schema_version int not null,
    sealing_key bigint not null,
    started_at timestamptz not null default now(),
    heartbeat timestamptz not null default now(),
    draining boolean not null default false,
    processors int not null,
    cpu double precision not null,
    heap bigint not null,
    most_heap bigint not null,
    resident bigint,
    browsers int not null,
    browser_memory bigint
) with (fillfactor = 50);
grant select, insert, update, delete on nodes to ${app};
