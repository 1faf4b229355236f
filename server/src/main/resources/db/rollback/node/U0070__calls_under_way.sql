alter table nodes drop column calls;
