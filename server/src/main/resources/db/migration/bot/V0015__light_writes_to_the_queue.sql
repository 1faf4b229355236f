-- As for jobs: what a state may be, is read once by each connection.
create domain action_state as text check (value in ('queued', 'executing'));
alter table bot_actions drop constraint bot_actions_state_check, alter column state type action_state;
