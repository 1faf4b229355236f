alter table jobs drop column filters;
