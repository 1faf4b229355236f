package dev.parley.instagram.graph;

import java.util.ArrayList;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, in order. */
final class Parameters {

    private final List<Parameter> parameters = new ArrayList<>();

    /** Adds a parameter; an unknown value leaves it out. */
    Parameters with(String name, @Nullable String value) {
        if (value != null) {
            parameters.add(new Parameter(name, value));
        }
        return this;
    }

    void addTo(HttpUrl.Builder url) {
        parameters.forEach(parameter -> url.addQueryParameter(parameter.name, parameter.value));
    }

    FormBody form() {
        FormBody.Builder form = new FormBody.Builder();
        parameters.forEach(parameter -> form.add(parameter.name, parameter.value));
        return form.build();
    }

    private record Parameter(String name, String value) {}
}
