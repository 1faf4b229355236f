package dev.parley.bench.instagram;

import dev.parley.instagram.Content;
import dev.parley.instagram.Instagram;
import dev.parley.instagram.MessageToken;
import dev.parley.instagram.Outcome;
import dev.parley.instagram.OutgoingMessage;
import dev.parley.instagram.OutgoingMessage.Recipient;
import dev.parley.instagram.Person;
import dev.parley.instagram.PersonId;
import dev.parley.instagram.Sending.Sent;
import dev.parley.instagram.mobile.MobileDriver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Accounts that are signed in, each in a few conversations that have begun already. Lines of fields apart by tabs. */
record Chats(List<Account> accounts) {

    /** Conversations of each account. */
    static final int EACH = 3;

    record Account(Work.Session session, List<Chat> chats) {}

    record Chat(String thread, String person) {}

    /** Who writes a message, and where. */
    record Place(Work.Session session, Chat chat) {}

    /** Where message so-and-so goes when so many accounts take turns: next time an account is on, it writes to somebody else. */
    Place of(int number, int among) {
        Account account = accounts.get(number % among);
        return new Place(account.session, account.chats.get(number / among % account.chats.size()));
    }

    /** New ones; the app's API begins the conversations. */
    static Chats begin(BenchSandbox sandbox, int count) throws IOException, InterruptedException {
        List<Work.Target> people = sandbox.targets().stream()
                .collect(Collectors.toMap(Work.Target::username, target -> target, (one, other) -> one))
                .values()
                .stream()
                .limit(EACH)
                .toList();
        var accounts = new ArrayList<Account>();
        try (var driver = MobileDriver.builder().apiBase(sandbox.address()).build()) {
            for (Work.Session session : sandbox.sessions("browser", count)) {
                Instagram instagram = MobileParty.open(driver, session);
                accounts.add(new Account(
                        session,
                        people.stream().map(person -> begin(instagram, person)).toList()));
            }
        }
        return new Chats(accounts);
    }

    private static Chat begin(Instagram instagram, Work.Target target) {
        var person = new Person(new PersonId(target.userId()), target.username());
        Outcome<Sent> outcome = instagram.send(new OutgoingMessage(
                new Recipient.ToPerson(person),
                new Content.Text(Kinds.TEXT),
                MessageToken.next(ThreadLocalRandom.current()),
                false));
        if (outcome instanceof Outcome.Done<Sent>(Sent sent) && sent.thread() != null) {
            return new Chat(sent.thread().value(), target.username());
        }
        throw new IllegalStateException("no conversation: " + outcome);
    }

    void write(Path folder) throws IOException {
        Files.write(
                folder.resolve("sessions"),
                accounts.stream().map(account -> account.session.line()).toList());
        Files.write(
                folder.resolve("chats"),
                accounts.stream().map(account -> line(account.chats)).toList());
    }

    private static String line(List<Chat> chats) {
        return chats.stream().map(chat -> chat.thread + " " + chat.person).collect(Collectors.joining("\t"));
    }

    static Chats read(Path folder) throws IOException {
        List<String> sessions = Files.readAllLines(folder.resolve("sessions"));
        List<String> chats = Files.readAllLines(folder.resolve("chats"));
        var accounts = new ArrayList<Account>();
        for (int i = 0; i < sessions.size(); i++) {
            accounts.add(new Account(Work.Session.of(sessions.get(i)), chats(chats.get(i))));
        }
        return new Chats(accounts);
    }

    private static List<Chat> chats(String line) {
        return Arrays.stream(line.split("\t", -1))
                .map(chat -> chat.split(" ", 2))
                .map(chat -> new Chat(chat[0], chat[1]))
                .toList();
    }
}
