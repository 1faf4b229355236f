insert into daily_limits (user_id, action, per_hour, per_day) values (null, 'unfollow', 10, 50);
