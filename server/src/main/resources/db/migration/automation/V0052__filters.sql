-- Who the people of a job have to be, as JSON. Null where there are no filters, and for what a node of the version before has ordered,
-- which reads and writes skip_private alone.
alter table jobs add column filters jsonb;
