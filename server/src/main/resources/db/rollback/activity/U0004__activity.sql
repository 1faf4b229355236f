drop table activity_logs, error_codes;
