package dev.parley.bench.instagram;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/** Browsers without anything in them: each line that it is told starts one more and answers {@code open <how many>}. */
final class EmptyBrowsers {

    private EmptyBrowsers() {}

    public static void main(String[] args) throws Exception {
        var open = new ArrayList<PlainBrowser>();
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        while (told.readLine() != null) {
            open.add(PlainBrowser.launch());
            System.out.println("open " + open.size());
        }
        open.forEach(PlainBrowser::close);
        System.exit(0);
    }
}
