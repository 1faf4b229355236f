package dev.parley.cli.demo;

/**
 * The user whose account the story is about.
 *
 * @param api in their name
 */
record SomePerson(String id, Api api) {}
