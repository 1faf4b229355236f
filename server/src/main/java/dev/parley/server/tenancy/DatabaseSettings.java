package dev.parley.server.tenancy;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The owner's database address; the application's own is derived from it unless it is given too.
 *
 * @param keptMonths for how many whole months the activity log and what bots did are kept; 0 for ever
 */
@Validated
@ConfigurationProperties("parley.database")
record DatabaseSettings(
        @Nullable String url,
        @Nullable String appUrl,

        @DefaultValue("parley_app") @Pattern(regexp = "[a-z_][a-z0-9_]{0,62}")
        String appRole,

        @DefaultValue("16") @Min(2) @Max(200) int poolSize,
        @DefaultValue("13") @Min(0) @Max(1200) int keptMonths) {

    @Override
    public String toString() {
        return "DatabaseSettings[appRole=" + appRole + ", poolSize=" + poolSize + "]";
    }
}
