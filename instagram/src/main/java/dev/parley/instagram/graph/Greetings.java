package dev.parley.instagram.graph;

import dev.parley.instagram.Content.Button;
import dev.parley.instagram.Outcome;
import java.util.List;

/** What people see before they write: questions to tap, and a menu. A tap comes back as {@code IncomingEvent.Pressed}. */
public interface Greetings {

    /** The questions that are offered; empty if none are. */
    Outcome<List<Question>> questions();

    /** Offers these instead of the ones before: 1 to 4. */
    Outcome<Offered> offerQuestions(List<Question> questions);

    /** Offers no questions any more. */
    Outcome<Offered> withdrawQuestions();

    /** The menu's entries; empty if there is none. */
    Outcome<List<Button>> menu();

    /** Shows this menu instead of the one before. */
    Outcome<Offered> offerMenu(List<Button> entries);

    /** Shows no menu any more. */
    Outcome<Offered> withdrawMenu();

    /** @param payload what comes back when it is tapped */
    record Question(String question, String payload) {}

    /** Instagram did it. */
    record Offered() {}
}
