-- The password alone is enough for administrators again, unless ADMINS_NEED_SECOND_FACTOR says otherwise.
drop table policies;
