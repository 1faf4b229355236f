drop table screenshots;
