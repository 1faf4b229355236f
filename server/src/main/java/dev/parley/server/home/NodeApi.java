package dev.parley.server.home;

import dev.parley.server.web.Needs;
import dev.parley.server.web.Right;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The servers on this database. */
@RestController
class NodeApi {

    private final ReadNodes readNodes;

    NodeApi(ReadNodes readNodes) {
        this.readNodes = readNodes;
    }

    @GetMapping("/api/admin/nodes")
    @Needs(Right.ADMINISTER)
    NodesView nodes() {
        return readNodes.now();
    }
}
