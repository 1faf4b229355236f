-- Nobody changes the log, but who was erased must not be named in it: the owner takes the name out, and nothing else. A username stands
-- in texts with an @ before it.
create function forget_in_activity(name text) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    pattern text := '@' || replace(name, '.', '\.') || '(?![a-z0-9_]|\.[a-z0-9_])';
begin
    update activity_logs
    set subject = nullif(subject, name),
        error_message = regexp_replace(error_message, pattern, 'an erased person', 'gi'),
        metadata = coalesce((
            select jsonb_object_agg(key, case
                when value = to_jsonb(name) or value = to_jsonb('@' || name) then to_jsonb('an erased person'::text)
                when jsonb_typeof(value) = 'string'
                    then to_jsonb(regexp_replace(value #>> '{}', pattern, 'an erased person', 'gi'))
                else value end)
            from jsonb_each(metadata)), '{}')
    where workspace_id = current_workspace()
      and (subject = name or error_message ~* pattern or metadata::text ~* pattern
           or exists (select from jsonb_each(metadata) where value = to_jsonb(name)));
end
$$;
revoke execute on function forget_in_activity(text) from public;
grant execute on function forget_in_activity(text) to ${app};
