package dev.parley.server.activity;

import dev.parley.server.core.ErrorCode;
import java.util.Arrays;

/** Hands developers the next free code of a module: {@code java … NextErrorCode FLW W} prints {@code E-FLW-W-0009}. */
final class NextErrorCode {

    private NextErrorCode() {}

    public static void main(String[] args) {
        if (args.length != 2 || !args[0].matches("[A-Z]{2,4}") || !args[1].matches("[IWEC]")) {
            System.err.println("usage: NextErrorCode MODULE SEVERITY, such as NextErrorCode FLW W");
            System.exit(2);
            return;
        }
        System.out.println(after(args[0], args[1]));
    }

    /** Numbers run through a module, whatever the severity. */
    static String after(String module, String severity) {
        var highest = Arrays.stream(ErrorCode.values())
                .filter(code -> code.module().equals(module))
                .map(code -> code.code().substring(code.code().lastIndexOf('-') + 1))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return "E-%s-%s-%04d".formatted(module, severity, highest + 1);
    }
}
