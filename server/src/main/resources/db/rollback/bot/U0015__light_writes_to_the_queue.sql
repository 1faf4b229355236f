alter table bot_actions alter column state type text, add check (state in ('queued', 'executing'));
drop domain action_state;
