drop table opt_out_words;
drop table person_labels;
drop table person_notes;
drop index contacts_number;
drop index contacts_workspace;
