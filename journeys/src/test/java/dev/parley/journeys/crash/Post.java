package dev.parley.journeys.crash;

import dev.parley.journeys.testing.Person;

/** An account, and who works it. */
record Post(Person person, String account, String id, String driver) {}
