drop table warm_up_policy;
drop table warm_ups;
