alter table nodes drop column lacks;
