package dev.parley.server.identity;

/** An administrator has got a link with which this person chooses another password. */
record ResetLinkGiven(Person person) {}
