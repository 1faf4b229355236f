-- The next start takes whatever key it is given for the right one.
drop table key_check;
