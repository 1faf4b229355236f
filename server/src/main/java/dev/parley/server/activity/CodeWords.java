package dev.parley.server.activity;

import dev.parley.server.core.ErrorCode;

/** The parts of a code in words. */
public final class CodeWords {

    private CodeWords() {}

    public static String severity(ErrorCode code) {
        return switch (code.severity()) {
            case "I" -> "For information";
            case "W" -> "Warning";
            case "E" -> "Error";
            default -> "Critical";
        };
    }

    public static String module(ErrorCode code) {
        return switch (code.module()) {
            case "AUTH" -> "Signing in to Parley and to Instagram";
            case "USR" -> "People of this instance";
            case "ACC" -> "Connected accounts";
            case "BOT" -> "Bots";
            case "FLW" -> "Following";
            case "LIKE" -> "Likes";
            case "STO" -> "Stories";
            case "DM" -> "Direct messages";
            case "SCH" -> "Jobs";
            case "QTA" -> "Limits";
            case "DB" -> "Database";
            case "API" -> "Requests";
            case "NET" -> "Network";
            case "BRW" -> "Browser";
            default -> code.module();
        };
    }
}
