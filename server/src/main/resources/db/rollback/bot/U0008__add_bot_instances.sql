drop table scheduled_tasks;
drop table ended_actions;
drop table bot_actions;
drop table bot_instances;
