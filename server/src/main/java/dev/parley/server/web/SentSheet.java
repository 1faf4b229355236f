package dev.parley.server.web;

import java.util.ArrayList;
import java.util.List;

/** The rows of a spreadsheet that somebody sent (RFC 4180); the cells may stand between commas, semicolons or tabs. Blank lines are left out. */
public final class SentSheet {

    private static final String BETWEEN_CELLS = ",;\t";

    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;

    private SentSheet(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    public static List<List<String>> rows(String text) {
        return new SentSheet(text).read();
    }

    private List<List<String>> read() {
        for (var at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            if (quoted && character == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at++;
            } else if (quoted) {
                within(character);
            } else {
                between(character);
            }
        }
        endRow();
        return rows;
    }

    private void within(char character) {
        if (character == '"') {
            quoted = false;
        } else {
            cell.append(character);
        }
    }

    private void between(char character) {
        if (character == '"' && cell.toString().isBlank()) {
            quoted = true;
        } else if (BETWEEN_CELLS.indexOf(character) >= 0) {
            endCell();
        } else if (character == '\n' || character == '\r') {
            endRow();
        } else {
            cell.append(character);
        }
    }

    private void endCell() {
        row.add(cell.toString().strip());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        if (row.stream().anyMatch(known -> !known.isEmpty())) {
            rows.add(List.copyOf(row));
        }
        row = new ArrayList<>();
    }
}
