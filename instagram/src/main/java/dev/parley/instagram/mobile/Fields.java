package dev.parley.instagram.mobile;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The fields of a request's body, in order. */
final class Fields {

    private static final JsonFactory JSON = new JsonFactory();
    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded; charset=UTF-8");
    private static final String SIGNED_START = "signed_body=SIGNATURE.";

    /** A list of texts as JSON. */
    static String jsonList(List<String> texts) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartArray();
            texts.forEach(json::writeString);
            json.writeEndArray();
        }
        return text.toString();
    }

    private final List<Field> fields = new ArrayList<>();

    /** Adds a field; an unknown value leaves it out. */
    Fields with(String name, @Nullable String value) {
        if (value != null) {
            fields.add(new Field(name, value, false));
        }
        return this;
    }

    /** Adds a field whose value is JSON as it is; for bodies that are JSON. */
    Fields withJson(String name, String value) {
        fields.add(new Field(name, value, true));
        return this;
    }

    /**
     * One JSON object behind the literal word SIGNATURE: fact: current apps no longer sign, and values are strings even where
     * they are numbers.
     */
    RequestBody signed() {
        return body(SIGNED_START + encoded(json()));
    }

    /** The object as it is; fact: the home feed is asked for this way, and under a form's content type. */
    RequestBody rawJson() {
        return RequestBody.create(json().getBytes(StandardCharsets.UTF_8), FORM);
    }

    RequestBody form() {
        StringBuilder form = new StringBuilder();
        for (Field field : fields) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(encoded(field.name))
                    .append('=')
                    .append(encoded(field.value));
        }
        return body(form.toString());
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            fields.forEach(field -> field.write(json));
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static RequestBody body(String text) {
        return RequestBody.create(text.getBytes(StandardCharsets.US_ASCII), FORM);
    }

    private record Field(String name, String value, boolean isJson) {

        void write(JsonGenerator json) {
            if (isJson) {
                json.writeName(name);
                json.writeRawValue(value);
            } else {
                json.writeStringProperty(name, value);
            }
        }
    }
}
