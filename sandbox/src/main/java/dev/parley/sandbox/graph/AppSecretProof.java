package dev.parley.sandbox.graph;

import dev.parley.sandbox.official.AccessToken;
import dev.parley.sandbox.official.App;
import dev.parley.sandbox.official.Signature;

/** The optional proof that a caller knows the app's secret: checked when it is given. */
final class AppSecretProof {

    private AppSecretProof() {}

    static void check(GraphRequest request, AccessToken token) {
        request.parameters().text("appsecret_proof").ifPresent(proof -> {
            if (!Signature.hex(App.of(token.flavour()).secret(), token.value()).equals(proof)) {
                throw new GraphRefusal(GraphError.of(100, "Invalid appsecret_proof provided in the API argument"));
            }
        });
    }
}
