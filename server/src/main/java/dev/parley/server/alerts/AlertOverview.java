package dev.parley.server.alerts;

import dev.parley.server.core.UserId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the page of alerts shows.
 *
 * @param members by name
 * @param mailIsSent whether there is a mail server
 */
public record AlertOverview(
        List<Rule> rules, List<Webhook> webhooks, List<Alert> newest, Map<UserId, String> members, boolean mailIsSent) {

    /** Whom a rule tells, in words. */
    public String told(Rule rule) {
        var owners = rule.mailOwners() ? Stream.of("the owners") : Stream.<String>empty();
        var people = rule.mailTo().stream().flatMap(user -> Stream.ofNullable(members.get(user)));
        var programs =
                webhooks.stream().filter(webhook -> rule.tells(webhook.id())).map(Webhook::host);
        var all = Stream.of(owners, people, programs).flatMap(told -> told).toList();
        return all.isEmpty() ? "nobody" : String.join(", ", all);
    }
}
