-- The drivers that a server cannot use, for want of what they need, as a browser. One of the version before tells of none.
alter table nodes add column lacks text[] not null default '{}';
