drop function alerts_are_due(uuid, timestamptz);
drop table alert_turns;
drop table alert_deliveries;
drop table alerts;
drop table alert_topics;
drop table alert_rules;
drop table alert_webhooks;
