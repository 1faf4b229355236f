package dev.parley.journeys.crash;

import dev.parley.journeys.testing.Person;
import dev.parley.journeys.testing.RunningParley;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** People who connect accounts. */
final class Keepers {

    private final RunningParley parley;
    private final List<Person> people;
    private int groups;

    /** So many, each at the next of the nodes. */
    Keepers(RunningParley parley, List<URI> nodes, int count) {
        this.parley = parley;
        this.people = IntStream.range(0, count)
                .mapToObj(n -> parley.newPerson("keeper" + n).at(nodes.get(n % nodes.size())))
                .toList();
    }

    /** New accounts of each person, worked through one of the drivers. */
    List<Post> connect(String driver, int each) {
        var posts = new ArrayList<Post>();
        var group = groups++;
        for (int n = 0; n < people.size(); n++) {
            var person = people.get(n);
            posts.addAll(Together.each(
                    parley.truth().makeAccounts("%s%d_%d_".formatted(driver, n, group), each),
                    account -> new Post(person, account, person.connects(account, driver), driver)));
        }
        return posts;
    }
}
