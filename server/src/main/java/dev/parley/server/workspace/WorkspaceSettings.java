package dev.parley.server.workspace;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far people may go in sharing.
 *
 * @param invitationLifetime how long a link can be followed
 * @param openInvitations how many a workspace may have at a time
 * @param invitationMailsADay how many one person may have mailed
 * @param ownedPerPerson how many workspaces one person may own, their own included
 */
@Validated
@ConfigurationProperties("parley.workspace")
record WorkspaceSettings(
        @DefaultValue("7d") @DurationMin(minutes = 1) Duration invitationLifetime,
        @DefaultValue("50") @Min(1) @Max(1000) int openInvitations,
        @DefaultValue("50") @Min(1) @Max(1000) int invitationMailsADay,
        @DefaultValue("10") @Min(1) @Max(1000) int ownedPerPerson) {}
